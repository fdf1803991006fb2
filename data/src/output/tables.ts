import { type Random, shuffled } from '../random/draws.js';
import type { Account } from '../world/account.js';
import { titles } from '../world/titles.js';
import type { Cell } from './csv.js';

/** A table to write: its columns with their SQL types, and its rows in file order. */
export type Table = {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly Cell[])[];
};

/** The columns of both tables, at every size. */
export const columns = {
  accounts: {
    account_id: 'VARCHAR',
    name: 'VARCHAR',
    industry: 'VARCHAR',
    Revenue: 'DECIMAL(18, 2)',
    Headcount: 'INTEGER',
    region: 'VARCHAR',
    owner: 'VARCHAR',
  },
  contacts: {
    contact_id: 'VARCHAR',
    account_id: 'VARCHAR',
    name: 'VARCHAR',
    department: 'VARCHAR',
    level: 'VARCHAR',
    title: 'VARCHAR',
    last_contact: 'DATE',
  },
} as const;

export function accountsTable(accounts: readonly Account[]): Table {
  const rows = accounts.map(({ id, name, industry, revenue, headcount, region, owner }) => [
    id,
    name,
    industry,
    yuan(revenue),
    headcount,
    region,
    owner,
  ]);
  return { name: 'accounts', columns: columns.accounts, rows };
}

/** Contacts are numbered in an order of their own: they were met one by one, not account by account. */
export function contactsTable(accounts: readonly Account[], random: Random): Table {
  const contacts = accounts.flatMap((account) =>
    account.contacts.map((contact) => ({ ...contact, accountId: account.id })),
  );
  const rows = shuffled(contacts, random, 'contact order').map((contact, i) => [
    `C${String(i + 1).padStart(5, '0')}`,
    contact.accountId,
    contact.name,
    contact.department,
    contact.level,
    random('title', contact.id).pick(titles[contact.department][contact.level]),
    contact.lastContact,
  ]);
  return { name: 'contacts', columns: columns.contacts, rows };
}

/** 分 as 元 with two decimals, from whole numbers: no rounding is involved. */
function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
