/**
 * Conditions as docs/language/tables.md tells them to a reader, in three values. Written from that page alone and kept apart from the
 * engine, so that the two can be held against each other.
 */

/** Numbers in base units, dates as ISO texts, which sort as days do. */
export type Known = string | number | boolean;
export type Value = Known | null;

/** true, false, or null: it cannot be told. */
export type Truth = boolean | null;

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Match = 'contains' | 'starts' | 'ends' | 'word';

/** One part of a cell; `written` is how it stands in the table. */
export type Item = Readonly<{ written: string }> &
  (
    | Readonly<{ kind: 'value'; value: Known }>
    | Readonly<{ kind: 'compare'; comparator: Comparator; value: Known }>
    | Readonly<{ kind: 'range'; low: Known; high: Known; takesLow: boolean; takesHigh: boolean }>
    | Readonly<{ kind: 'match'; how: Match; text: string }>
    | Readonly<{ kind: 'missing' }>
  );

export type Cell =
  | Readonly<{ kind: 'any' | 'else' | 'missing' | 'known' }>
  | Readonly<{ kind: 'items'; negated: boolean; items: readonly Item[] }>;

export const not = (truth: Truth): Truth => (truth === null ? null : !truth);
export function some(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}
export const every = (truths: readonly Truth[]): Truth => not(some(truths.map(not)));

/** Whether a cell holds for a value, among the cells of its column. */
export function holds(cell: Cell, value: Value, column: readonly Cell[]): Truth {
  switch (cell.kind) {
    case 'any':
      return true;
    case 'missing':
      return value === null;
    case 'known':
      return value !== null;
    case 'else':
      return value === null
        ? untold(column)
        : !column.some((other) => other.kind === 'items' && listHolds(other, value) === true);
    case 'items':
      return listHolds(cell, value) ?? untold(column);
  }
}

/** A condition on no value is neither met nor unmet, unless a row of the column answers for what has no value. */
const untold = (column: readonly Cell[]): Truth => (column.some(takesMissing) ? false : null);

const takesMissing = (cell: Cell): boolean =>
  cell.kind === 'missing' ||
  (cell.kind === 'items' && !cell.negated && cell.items.some(({ kind }) => kind === 'missing'));

function listHolds({ negated, items }: Extract<Cell, { kind: 'items' }>, value: Value): Truth {
  const found = some(items.map((item) => itemHolds(item, value)));
  return negated ? not(found) : found;
}

function itemHolds(item: Item, value: Value): Truth {
  if (item.kind === 'missing') return value === null;
  if (value === null) return null;
  switch (item.kind) {
    case 'value':
      return value === item.value;
    case 'compare':
      return compares(value, item.comparator, item.value);
    case 'range':
      return (
        compares(value, item.takesLow ? '>=' : '>', item.low) && compares(value, item.takesHigh ? '<=' : '<', item.high)
      );
    case 'match':
      return matches(String(value).toLowerCase(), item.how, item.text.toLowerCase());
  }
}

export function compares(left: Known, comparator: Comparator, right: Known): boolean {
  switch (comparator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function matches(text: string, how: Match, sought: string): boolean {
  switch (how) {
    case 'contains':
      return text.includes(sought);
    case 'starts':
      return text.startsWith(sought);
    case 'ends':
      return text.endsWith(sought);
    case 'word':
      return [...text].some((_, at) => text.startsWith(sought, at) && standsAlone(text, at, at + sought.length));
  }
}

/** Between two ends that no letter or digit stands beside. */
function standsAlone(text: string, start: number, end: number): boolean {
  const beside = [text.slice(0, start).at(-1), text.charAt(end)];
  return beside.every((sign) => sign === undefined || !/[\p{L}\p{N}]/u.test(sign));
}

export function written(cell: Cell): string {
  switch (cell.kind) {
    case 'any':
      return '-';
    case 'known':
      return 'not missing';
    case 'items':
      return `${cell.negated ? 'not ' : ''}${cell.items.map((item) => item.written).join(', ')}`;
    default:
      return cell.kind;
  }
}
