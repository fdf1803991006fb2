/** The columns that random tables ask and give: values as they stand in rules, in a list and in a file. */
import type { Known, Value } from './condition.js';

/** A value and the ways in which an analyst writes it. */
export interface Literal {
  readonly value: Known;
  readonly texts: readonly [string, ...string[]];
  /** As a list shows it, where that differs from how it is first written. */
  readonly listed?: string;
}

export interface Column {
  readonly type: string;
  readonly ordered: boolean;
  readonly literals: readonly Literal[];
  /** Values that only data has. */
  readonly others: readonly Readonly<{ value: Known; cell: string }>[];
  /** A value between two neighbours, for telling whether two rows can hold for one case; null: there is none. */
  readonly between: (low: Known, high: Known) => Known | null;
  readonly beyond: readonly Known[];
}

const plain = (...values: readonly (string | number)[]): Literal[] =>
  values.map((value) => ({ value, texts: [String(value)] }));
const middle = (low: Known, high: Known): Known => (Number(low) + Number(high)) / 2;
const dayAfter = (day: Known): string => new Date(Date.parse(String(day)) + 86_400_000).toISOString().slice(0, 10);

export const COLUMNS: Readonly<Record<string, Column>> = {
  sector: {
    type: 'text',
    ordered: false,
    literals: [
      ...plain('bank', 'Bank', '制造业', 'bank of x', '10'),
      { value: 'oil, gas', texts: ['"oil, gas"'] },
      { value: 'else', texts: ['"else"'] },
      { value: 'a | b', texts: ['a \\| b', '"a \\| b"'], listed: 'a | b' },
    ],
    others: [{ value: 'none of them', cell: 'none of them' }],
    between: () => null,
    beyond: ['none of them'],
  },
  score: {
    type: 'number',
    ordered: true,
    literals: [
      ...plain(-5, 0, 0.1, 0.3, 7),
      { value: 1000, texts: ['1_000', '1,000', '1k', '1e3', '1000'], listed: '1000' },
    ],
    others: [
      { value: 0.2, cell: '0.2' },
      { value: -7.5, cell: '-7.5' },
      { value: 1000.01, cell: '1000.01' },
    ],
    between: middle,
    beyond: [-1e6, 1e6],
  },
  staff: {
    type: 'count',
    ordered: true,
    literals: plain(0, 1, 2, 3, 10, 11),
    others: [
      { value: 5, cell: '5' },
      { value: 12, cell: '12' },
    ],
    between: (low, high) => (Number(high) - Number(low) > 1 ? Number(low) + 1 : null),
    // A file cannot hold less than none, but the checker does not rely on it.
    beyond: [-1, 1_000_000],
  },
  share: {
    type: 'percent',
    ordered: true,
    literals: [
      { value: 0, texts: ['0%'] },
      { value: 0.07, texts: ['7%', '7.0%'] },
      { value: 0.2, texts: ['20%'] },
      { value: 1, texts: ['100%'] },
    ],
    others: [
      { value: 0.0699, cell: '6.99%' },
      { value: 0.5, cell: '0.5' },
      { value: -0.1, cell: '-10%' },
    ],
    between: middle,
    beyond: [-10, 10],
  },
  revenue: {
    type: 'money CNY',
    ordered: true,
    literals: [
      { value: 500_000, texts: ['50万 CNY', '500,000 CNY', '500k CNY'], listed: '500000 CNY' },
      { value: 50_000_000, texts: ['50M CNY', '5_000万元'], listed: '50000000 CNY' },
      { value: 150_000_000, texts: ['1亿5千万元', '150M CNY'], listed: '150000000 CNY' },
    ],
    others: [
      { value: 499_999.99, cell: '499999.99' },
      { value: 60_000_000, cell: '60000000' },
      { value: -1, cell: '-1' },
    ],
    between: middle,
    beyond: [-1e12, 1e12],
  },
  since: {
    type: 'date',
    ordered: true,
    literals: [
      { value: '2023-12-31', texts: ['2023-12-31'] },
      { value: '2024-01-01', texts: ['2024-01-01', '2024-01'] },
      { value: '2024-02-29', texts: ['2024-02-29'] },
      { value: '2025-06-30', texts: ['2025-06-30'] },
    ],
    others: [
      { value: '2024-01-02', cell: '2024-01-02' },
      { value: '1999-09-09', cell: '1999-09-09' },
      { value: '2031-01-01', cell: '2031-01-01' },
    ],
    between: (low, high) => (dayAfter(low) < String(high) ? dayAfter(low) : null),
    beyond: ['1900-01-01', '2100-01-01'],
  },
  active: {
    type: 'boolean',
    ordered: false,
    literals: [
      { value: true, texts: ['yes'] },
      { value: false, texts: ['no'] },
    ],
    others: [],
    between: () => null,
    beyond: [],
  },
};

/** What judging counts, for the tables of levels. */
export const COUNTS: Readonly<Record<string, Column>> = Object.fromEntries(
  ['failed', 'passed', 'judged', 'unknown'].map((name) => [
    name,
    {
      type: 'count',
      ordered: true,
      literals: plain(0, 1, 2, 3),
      others: [],
      between: () => null,
      beyond: [4],
    },
  ]),
);

export function columnOf(name: string): Column {
  const column = COLUMNS[name] ?? COUNTS[name];
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

export const listedAs = ({ texts: [first], listed }: Literal): string => listed ?? first.replace(/^"(.*)"$/, '$1');

/** One value for each way in which the conditions of a column can turn out. */
export function samples({ ordered, literals, between, beyond }: Column): readonly Value[] {
  const values = literals.map(({ value }) => value);
  const gaps = values.flatMap((low, at) => {
    const high = values[at + 1];
    return ordered && high !== undefined ? (between(low, high) ?? []) : [];
  });
  return [...values, ...gaps, ...beyond, null];
}

/** What a file holds: the value and its cell; none is blank. */
export function cellsOf({ literals, others }: Column): readonly Readonly<{ value: Value; cell: string }>[] {
  const known = literals.map(({ value }) => ({ value, cell: inFile(value) }));
  return [...known, ...others, { value: null, cell: '' }, { value: null, cell: '' }];
}

function inFile(value: Known): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? `"${value}"` : String(value);
}
