import type { Condition, TableRow } from '../model/decision-table.js';
import type { Constant } from '../model/expression.js';
import { intervalOf, point } from './intervals.js';
import type { Interval, Ordered } from './intervals.js';
import type { Scope } from './scope.js';

/** Above this many rows the pairs are not all looked at. */
const MOST_ROWS = 2_000;

/** So many overlaps of a table are shown; of the rest only the number. */
const MOST_SHOWN = 10;

/** In a `unique` table, reports rows that clearly hold for one and the same case. */
export function reportOverlaps(scope: Scope, rows: readonly TableRow<unknown>[]): void {
  const seen = rows.slice(0, MOST_ROWS).map((row) => ({ row, only: row.conditions.map(onlyValue) }));
  const found = seen.flatMap((second, index) => {
    const first = firstMeeting(seen, index, second);
    return first ? [{ first: first.row, second: second.row }] : [];
  });
  for (const [index, { first, second }] of found.slice(0, MOST_SHOWN).entries()) {
    const more = index === MOST_SHOWN - 1 ? found.length - MOST_SHOWN : 0;
    const data = { first: first.text, second: second.text, line: first.line, more };
    scope.report('B305', second.span, data, { related: [first.span] });
  }
}

function firstMeeting(rows: readonly Seen[], before: number, second: Seen): Seen | null {
  for (const [index, row] of rows.entries()) {
    if (index === before) break;
    if (rowsMeet(row, second)) return row;
  }
  return null;
}

/** A row with the one value that each of its conditions lists, null where it lists none or several. */
interface Seen {
  readonly row: TableRow<unknown>;
  readonly only: readonly (string | null)[];
}

function onlyValue(condition: Condition): string | null {
  if (condition.kind !== 'values' || condition.negated) return null;
  const [value, second] = condition.values;
  return value !== undefined && second === undefined ? keyOf(value) : null;
}

/** Most rows of a table differ in a value they list, which is seen without looking closer. */
function rowsMeet(a: Seen, b: Seen): boolean {
  const apart = a.only.some((value, index) => value !== null && (b.only[index] ?? value) !== value);
  return (
    !apart && a.row.conditions.every((condition, index) => meet(condition, b.row.conditions[index] ?? { kind: 'any' }))
  );
}

/** Whether some value surely satisfies both. */
function meet(a: Condition, b: Condition): boolean {
  if (a.kind === 'either') return a.conditions.some((part) => meet(part, b));
  if (b.kind === 'either') return meet(b, a);
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'missing' || b.kind === 'missing') return a.kind === b.kind;
  if (a.kind === 'else' || b.kind === 'else') return a.kind === b.kind;
  if (a.kind === 'match' || b.kind === 'match') return a.kind === 'match' && b.kind === 'match' && sameMatch(a, b);
  if (a.kind === 'values') return b.kind === 'values' ? valuesMeet(a, b) : valuesIn(a, b);
  if (b.kind === 'values') return valuesIn(b, a);
  return intervalsMeet(intervalOf(a), intervalOf(b));
}

type Values = Extract<Condition, { kind: 'values' }>;
type Match = Extract<Condition, { kind: 'match' }>;

const sameMatch = (a: Match, b: Match): boolean => a.how === b.how && a.texts.some((text) => b.texts.includes(text));

function valuesMeet(a: Values, b: Values): boolean {
  if (a.negated && b.negated) return true;
  if (a.negated) return valuesMeet(b, a);
  const other = new Set(b.values.map(keyOf));
  return a.values.some((value) => other.has(keyOf(value)) !== b.negated);
}

function valuesIn(values: Values, ordered: Ordered): boolean {
  if (values.negated) return false;
  return values.values.some((value) => intervalsMeet(point(value), intervalOf(ordered)));
}

function keyOf(constant: Constant): string {
  switch (constant.kind) {
    case 'quantity':
      return constant.quantity.value.toString();
    case 'text':
      return constant.text;
    case 'date':
      return constant.iso;
    case 'boolean':
      return String(constant.value);
  }
}

/** null stands for "all but one", of which nothing is said. */
function intervalsMeet(a: Interval | null, b: Interval | null): boolean {
  if (a === null || b === null) return false;
  return begins(a, b) && begins(b, a);
}

const begins = (a: Interval, b: Interval): boolean =>
  a.low < b.high || (a.low === b.high && a.lowIncluded && b.highIncluded);
