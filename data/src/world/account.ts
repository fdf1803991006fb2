import type { Contact } from './contact.js';

/** An account with its contacts, while its row is still being made. */
export type Account = {
  readonly id: string;
  name: string;
  /** As the file spells it; null is a blank cell. */
  industry: string | null;
  /** What the account brings us a year, in 分 (hundredths of a CNY): whole, so nothing is lost. */
  revenue: number;
  headcount: number | null;
  readonly region: string;
  readonly owner: string;
  contacts: readonly Contact[];
};
