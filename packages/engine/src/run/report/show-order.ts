import type { Expression } from '@benchbook/dsl';
import type { Executed } from '../execute.js';

export type ShowRow = readonly (string | number | null)[];

/**
 * Rows in the order a reader expects of what they are shown by: labels of levels, bands and tiers as the rulebook lists them, numbers and
 * dates as they grow, other values the most frequent first, entities without a value last.
 *
 * @param rows the values of `keys` first, the count last
 */
export function ordered(run: Executed, keys: readonly Expression[], rows: readonly ShowRow[]): readonly ShowRow[] {
  const orders = keys.map(
    (expression, index) =>
      declaredOrder(run, expression) ?? grownOrder(rows, index, expression) ?? byFrequency(rows, index),
  );
  const placed = rows.map((row) => ({ row, places: orders.map((order, index) => placeOf(row[index] ?? null, order)) }));
  return placed.sort((one, other) => compare(one.places, other.places)).map(({ row }) => row);
}

/** Labels in the order the rulebook lists them; null for what it does not list. */
export function declaredOrder(run: Executed, expression: Expression): readonly string[] | null {
  if (expression.kind !== 'given') return null;
  const { levels, bands, tiers } = run.plan.model;
  const declared = [...levels, ...bands, ...tiers].find(({ name }) => name === expression.name);
  return declared?.table.rows.flatMap(({ outcomes: [first] }) => (first?.kind === 'text' ? [first.text] : [])) ?? null;
}

function grownOrder(rows: readonly ShowRow[], key: number, { type }: Expression): Order | null {
  if (type.kind !== 'number' && type.kind !== 'date') return null;
  const values = [...new Set(rows.map((row) => row[key] ?? null))].filter((value) => value !== null);
  return values.toSorted((one, other) => (one < other ? -1 : 1));
}

type Order = readonly (string | number)[];

function byFrequency(rows: readonly ShowRow[], key: number): readonly string[] {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const [value, count] = [row[key], row.at(-1)];
    if (typeof value === 'string')
      totals.set(value, (totals.get(value) ?? 0) + (typeof count === 'number' ? count : 0));
  }
  return [...totals].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([value]) => value);
}

function placeOf(value: string | number | null, order: Order): number {
  const found = value === null ? -1 : order.indexOf(value);
  return found < 0 ? order.length : found;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
