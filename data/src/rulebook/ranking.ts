import type { Account } from '../world/account.js';
import { generic } from './benchmarks.js';
import { judge, priority, type Risk } from './judge.js';
import { keyAccounts, percentRanks } from './population.js';

export type Ranked = {
  readonly account: Account;
  readonly risk: Risk;
  readonly priority: number;
};

/** The key accounts under the generic benchmark, highest priority first; ids break ties. */
export function ranking(accounts: readonly Account[]): Ranked[] {
  const key = keyAccounts(accounts);
  const ranks = percentRanks(key);
  return key
    .map((account) => {
      const judgement = judge(account, generic);
      return { account, risk: judgement.risk, priority: priority(ranks.get(account.id) ?? 0, judgement) };
    })
    .sort((a, b) => b.priority - a.priority || (a.account.id < b.account.id ? -1 : 1));
}
