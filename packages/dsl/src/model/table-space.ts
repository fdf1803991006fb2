import type { Condition, DecisionTable, TableRow } from './decision-table.js';
import { holdsAt, listedIn, MOST_PATTERNS, openDomain, probesOf } from './probes.js';
import type { Domain, Probe } from './probes.js';

/** A set of the probes of one column, a bit each. */
export type Probes = bigint;

/** A table seen as boxes: every row holds for certain probes of each column, and for nothing else. */
export interface Space {
  readonly columns: readonly (readonly Probe[])[];
  readonly rows: readonly (readonly Probes[])[];
}

export function spaceOf(rows: readonly TableRow<unknown>[], domains: readonly Domain[]): Space {
  const columns = domains.map((domain, column) =>
    probesOf(
      rows.map((row) => row.conditions[column] ?? ANY),
      domain,
    ),
  );
  const listed = domains.map((_, column) => listedIn(rows, column));
  const places = columns.map((probes) => new Map(probes.map(({ value }, index) => [value, index])));
  const boxes = rows.map((row) =>
    columns.map((probes, column) => {
      const condition = row.conditions[column] ?? ANY;
      return only(condition, places[column]) ?? held(condition, probes, listed[column] ?? []);
    }),
  );
  return { columns, rows: boxes };
}

const ANY: Condition = { kind: 'any' };

function held(condition: Condition, probes: readonly Probe[], listed: readonly Condition[]): Probes {
  return probes.reduce((set, probe, index) => (holdsAt(condition, probe, listed) ? set | bit(index) : set), 0n);
}

export const bit = (index: number): Probes => 1n << BigInt(index);

/** Most conditions of a long table are one text, which is looked up rather than looked for; null for any other. */
function only(condition: Condition, places: ReadonlyMap<Probe['value'], number> | undefined): Probes | null {
  if (condition.kind !== 'values' || condition.negated || condition.values.length > 1) return null;
  const [value] = condition.values;
  const index = value?.kind === 'text' ? places?.get(value.text) : undefined;
  return index === undefined ? null : bit(index);
}

/** Whether two rows hold for one and the same case. */
export const meet = (a: readonly Probes[], b: readonly Probes[]): boolean =>
  a.every((probes, column) => (probes & (b[column] ?? 0n)) !== 0n);

/** Above this many rows pairs of rows are not looked at. */
const MOST_ROWS = 2_000;
/** Above this many values in its conditions a table is not looked at: each is held against all rows. */
const MOST_VALUES = 5_000;

/** How many values the conditions of a table list. */
export const valuesIn = (rows: readonly TableRow<unknown>[]): number =>
  rows.reduce((sum, { conditions }) => conditions.reduce((total, one) => total + valuesOf(one), sum), 0);

function valuesOf(condition: Condition): number {
  switch (condition.kind) {
    case 'values':
      return condition.values.length;
    case 'either':
      return condition.conditions.reduce((sum, part) => sum + valuesOf(part), 0);
    case 'not':
      return valuesOf(condition.condition);
    default:
      return 0;
  }
}

/** Whether a table is too large for its rows to be held against each other. */
export const isTooLarge = (rows: readonly TableRow<unknown>[]): boolean =>
  rows.length > MOST_ROWS || valuesIn(rows) > MOST_VALUES;

const exclusive = new WeakMap<object, boolean>();

/** Whether it is certain that no two rows of a table hold for the same case, whatever the data. */
export function isExclusive(table: DecisionTable<unknown>): boolean {
  const known = exclusive.get(table);
  if (known !== undefined) return known;
  const found = noTwoMeet(table, () => true);
  exclusive.set(table, found);
  return found;
}

/** The places of two rows that hold for one and the same case; null when there are none, or too many rows to look at. */
export function twoThatMeet(table: DecisionTable<unknown>): readonly [first: number, second: number] | null {
  const { rows, inputs } = table;
  if (isTooLarge(rows) || inputs.some((_, column) => patternsIn(table, column) > MOST_PATTERNS)) return null;
  const space = spaceOf(
    rows,
    inputs.map((_, column) => openDomain(table, column)),
  );
  for (const [second, row] of space.rows.entries()) {
    const first = space.rows.slice(0, second).findIndex((earlier) => meet(earlier, row));
    if (first >= 0) return [first, second];
  }
  return null;
}

/** Whether no two rows that differ (as `differ` sees it) hold for the same case. */
export function noTwoMeet(table: DecisionTable<unknown>, differ: (one: number, other: number) => boolean): boolean {
  const { rows, inputs } = table;
  if (isTooLarge(rows) || inputs.some((_, column) => patternsIn(table, column) > MOST_PATTERNS)) return false;
  const space = spaceOf(
    rows,
    inputs.map((_, column) => openDomain(table, column)),
  );
  return space.rows.every((row, index) =>
    space.rows.slice(0, index).every((earlier, at) => !differ(at, index) || !meet(earlier, row)),
  );
}

function patternsIn({ rows }: DecisionTable<unknown>, column: number): number {
  const count = (condition: Condition | undefined): number => {
    if (condition?.kind === 'match') return condition.texts.length;
    if (condition?.kind === 'not') return count(condition.condition);
    return condition?.kind === 'either' ? condition.conditions.reduce((sum, part) => sum + count(part), 0) : 0;
  };
  return rows.reduce((sum, row) => sum + count(row.conditions[column]), 0);
}
