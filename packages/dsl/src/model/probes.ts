import { keyOf } from './constant-keys.js';
import type { Condition, DecisionTable, TableRow } from './decision-table.js';
import type { Constant, TextMatch, ValueType } from './expression.js';
import { intervalOf, measure } from './intervals.js';

/** One value that stands for all those which the conditions of a column cannot tell apart; null is no value. */
export interface Probe {
  readonly value: number | string | boolean | null;
  /** A text put together to match what the rules look for: data may never hold one like it. */
  readonly made: boolean;
}

/** What is known of the values of a column. */
export interface Domain {
  readonly type: ValueType;
  /** All labels there are; null when the texts are not known. */
  readonly labels: readonly string[] | null;
  /** Whether only whole numbers occur, and from where to where; null ends are not known. */
  readonly whole: boolean;
  readonly from: number | null;
  readonly to: number | null;
}

/** Stands for every text that no rule names. */
export const OTHER_TEXT = '\u0000';

/** So many patterns of a column are tried in pairs; of a column with more it is not said which pairs meet in one text. */
export const MOST_PATTERNS = 40;

/** The probes of a column: each way its conditions can turn out is shown by one of them. */
export function probesOf(conditions: readonly Condition[], domain: Domain): readonly Probe[] {
  const found = conditions.flatMap(flattened);
  const plain = (value: Probe['value']): Probe => ({ value, made: false });
  switch (domain.type.kind) {
    case 'number':
    case 'date':
      return [...numbers(found, domain).map(plain), plain(null)];
    case 'boolean':
      return [plain(true), plain(false), plain(null)];
    case 'text':
    case 'list':
      return [...texts(found, domain), plain(null)];
  }
}

function flattened(condition: Condition): readonly Condition[] {
  if (condition.kind === 'not') return flattened(condition.condition);
  return condition.kind === 'either' ? condition.conditions.flatMap(flattened) : [condition];
}

/** The numbers that conditions name. */
export function edgesOf(conditions: readonly Condition[]): readonly number[] {
  return conditions.flatMap(flattened).flatMap((condition): number[] => {
    if (condition.kind === 'compare') return [measure(condition.constant)];
    if (condition.kind === 'range')
      return [condition.range.low, condition.range.high].flatMap((end) => (end === null ? [] : [measure(end)]));
    return condition.kind === 'values' ? condition.values.map(measure) : [];
  });
}

/** Every edge, and a number between every two and beyond the last. */
function numbers(conditions: readonly Condition[], { whole, from, to }: Domain): readonly number[] {
  const edges = edgesOf(conditions);
  const ends = [from, to].flatMap((end) => (end === null ? [] : [end]));
  const sorted = [...new Set([...edges, ...ends])].toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const between = sorted.flatMap((low, index) => {
    const high = sorted[index + 1];
    return high === undefined ? [] : [whole ? Math.floor(low) + 1 : (low + high) / 2].filter((x) => x < high);
  });
  const reach = Math.max(1, Math.abs(first), Math.abs(last));
  return [...new Set([first - reach, ...sorted, ...between, last + reach])]
    .map((value) => (whole && !Number.isInteger(value) && !edges.includes(value) ? Math.round(value) : value))
    .filter((value) => !whole || Number.isInteger(value))
    .filter((value) => (from === null || value >= from) && (to === null || value <= to))
    .toSorted((a, b) => a - b);
}

/** Every text that is named, one that is not, and for patterns some that match one or two of them. */
function texts(conditions: readonly Condition[], { labels }: Domain): readonly Probe[] {
  if (labels !== null) return [...new Set(labels)].map((value) => ({ value, made: false }));
  const named = conditions.flatMap((condition) => (condition.kind === 'values' ? condition.values.map(keyOf) : []));
  const sought = [
    ...new Set(conditions.flatMap((condition) => (condition.kind === 'match' ? condition.texts : []))),
  ].slice(0, MOST_PATTERNS);
  const made = sought.flatMap((one) => [one, ...sought.map((other) => `${one} ${other}`)]);
  const known = new Set(named);
  return [
    ...[...known, OTHER_TEXT].map((value) => ({ value, made: false })),
    ...[...new Set(made)].filter((text) => !known.has(text)).map((value) => ({ value, made: true })),
  ];
}

/** Whether a condition holds for a probe; `listed` is what `else` leaves to the other rows of the column. */
export function holdsAt(condition: Condition, { value }: Probe, listed: readonly Condition[]): boolean {
  switch (condition.kind) {
    case 'any':
      return true;
    case 'missing':
      return value === null;
    case 'known':
      return value !== null;
    case 'else':
      return value !== null && !listed.some((other) => holdsAt(other, { value, made: false }, []));
    case 'either':
      return condition.conditions.some((part) => holdsAt(part, { value, made: false }, []));
    case 'not':
      return value !== null && !holdsAt(condition.condition, { value, made: false }, []);
    case 'values':
      return value !== null && condition.values.some((one) => isValue(one, value)) !== condition.negated;
    case 'match':
      return typeof value === 'string' && condition.texts.some((text) => matchesText(value, condition.how, text));
    case 'compare':
    case 'range':
      return typeof value === 'number' && insideOrdered(condition, value);
  }
}

function isValue(constant: Constant, value: NonNullable<Probe['value']>): boolean {
  return typeof value === 'number' ? measure(constant) === value : keyOf(constant) === String(value);
}

function insideOrdered(condition: Extract<Condition, { kind: 'compare' | 'range' }>, value: number): boolean {
  const interval = intervalOf(condition);
  if (interval === null) return condition.kind === 'compare' && measure(condition.constant) !== value;
  const above = value > interval.low || (value === interval.low && interval.lowIncluded);
  return above && (value < interval.high || (value === interval.high && interval.highIncluded));
}

/** As the database matches: letters' case does not matter; a word has no letter or digit beside it. */
function matchesText(value: string, how: TextMatch, text: string): boolean {
  const [within, sought] = [value.toLowerCase(), text.toLowerCase()];
  switch (how) {
    case 'contains':
      return within.includes(sought);
    case 'starts':
      return within.startsWith(sought);
    case 'ends':
      return within.endsWith(sought);
    case 'word':
      return [...within.matchAll(new RegExp(escaped(sought), 'gu'))].some(
        (found) => isEdge(within.slice(0, found.index).at(-1)) && isEdge(within.charAt(found.index + sought.length)),
      );
  }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const isEdge = (sign: string | undefined): boolean => !sign || !/[\p{L}\p{N}]/u.test(sign);

/** What the rows of a column list: `else` is any known value beside these. */
export function listedIn(rows: readonly TableRow<unknown>[], column: number): readonly Condition[] {
  return rows.flatMap((row) => {
    const condition = row.conditions[column];
    return condition === undefined || ['any', 'else', 'missing', 'known'].includes(condition.kind) ? [] : [condition];
  });
}

/** What is known of an input without asking anybody. */
export const openDomain = (table: DecisionTable<unknown>, column: number): Domain => ({
  type: table.inputs[column]?.expression.type ?? { kind: 'text' },
  labels: null,
  whole: false,
  from: null,
  to: null,
});
