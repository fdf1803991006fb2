import type { Quantity, Top } from '@benchbook/dsl';
import type { Database } from '../database/database.js';
import type { Scope } from '../sql/compile-expression.js';
import { countCandidates, type Choice } from '../sql/members.js';
import { ParameterSheet } from '../sql/parameters.js';
import type { Relation } from '../sql/query.js';

/** How many rows somebody is chosen from, by the truth of `where`. */
export interface Candidates {
  readonly kept: number;
  readonly dropped: number;
  readonly unknown: number;
}

/** Counts the rows there are to choose from. */
export async function readCandidates(
  choice: Choice,
  rows: Relation,
  scopeWith: (parameters: ParameterSheet) => Scope,
  database: Database,
  signal?: AbortSignal,
): Promise<Candidates> {
  const parameters = new ParameterSheet();
  const query = countCandidates(choice, rows, scopeWith(parameters));
  const columns = await database.read(query, parameters.values, signal ? { signal } : {});
  return { kept: columns.number('kept'), dropped: columns.number('dropped'), unknown: columns.number('unknown') };
}

/** Rows that `top` leaves: a share is rounded up, in exact arithmetic. Null without `top`: all. */
export function cutOf(top: Top | null, { kept }: Candidates): number | null {
  if (top === null) return null;
  return top.amount.kind === 'share' ? roundUp(top.amount.share, kept) : Number(top.amount.rows.value.round(0, 3));
}

function roundUp(share: Quantity, rows: number): number {
  return Number(share.value.times(rows).round(0, 3));
}
