/** What a decision table gives, as docs/language/tables.md tells it to a reader; see condition.ts. */
import { every, holds, type Cell, type Known, type Truth, type Value } from './condition.js';

export type Policy = 'unique' | 'any' | 'first' | 'priority' | 'collect';
export type Gathering = 'sum' | 'min' | 'max' | 'count' | 'list';

/** A value that a row gives, and how it stands in the table and in a list of such values. */
export interface Given {
  readonly value: Known;
  readonly written: string;
  readonly listed: string;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** null: `-`, nothing. */
  readonly gives: readonly (Given | null)[];
}

export interface Table {
  readonly policy: Policy;
  readonly gathering: Gathering | null;
  /** The outputs in the order in which they are preferred; null: as they stand in the table. */
  readonly order: readonly Given[] | null;
  /** Whether a list is in the order of the outputs. */
  readonly inOutputOrder: boolean;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rows: readonly Row[];
}

export type Case = Readonly<Record<string, Value>>;

/** null: unknown, or no answer. */
export type Answer = Known | null;

export function truthOf(table: Table, row: Row, one: Case): Truth {
  return every(
    row.cells.map((cell, at) =>
      holds(
        cell,
        one[table.inputs[at] ?? ''] ?? null,
        table.rows.flatMap(({ cells }) => cells[at] ?? []),
      ),
    ),
  );
}

export function decide(table: Table, one: Case, output: number): Answer {
  if (table.policy !== 'collect') return settle(table, one, output)?.given?.value ?? null;
  const rows = inOrder(table).map((row) => ({ given: row.gives[output] ?? null, holds: truthOf(table, row, one) }));
  return gather(table.gathering ?? 'list', rows);
}

/** What the row that answers gives, which may be nothing; null where no row can be told. */
export function settle(table: Table, one: Case, output: number): { readonly given: Given | null } | null {
  const rows = inOrder(table).map((row) => ({ given: row.gives[output] ?? null, holds: truthOf(table, row, one) }));
  const first = rows.findIndex((row) => row.holds === true);
  const found = rows[first];
  if (found === undefined) return null;
  // Rows of `unique` exclude each other and those of `any` agree, so that one which certainly holds settles it.
  const preferred = table.policy === 'unique' || table.policy === 'any' ? [] : rows.slice(0, first);
  const settled = preferred.every((row) => row.holds === false || row.given?.value === found.given?.value);
  return settled ? { given: found.given } : null;
}

/** The rows as they are preferred: those that give nothing last, equal ones as they stand. */
function inOrder(table: Table): readonly Row[] {
  if (table.policy !== 'priority' && !table.inOutputOrder) return table.rows;
  const order = (table.order ?? table.rows.flatMap(({ gives }) => gives[0] ?? [])).map(({ value }) => value);
  const place = ({ gives }: Row): number => (gives[0] ? order.indexOf(gives[0].value) : Infinity);
  return [...new Set(table.rows.map(place))]
    .sort((a, b) => a - b)
    .flatMap((wanted) => table.rows.filter((row) => place(row) === wanted));
}

interface Offer {
  readonly given: Given | null;
  readonly holds: Truth;
}

/** Known when no row that may hold could change it. */
function gather(gathering: Gathering, rows: readonly Offer[]): Answer {
  const giving = rows.flatMap(({ given, holds: truth }) => (given === null ? [] : [{ given, truth }]));
  const sure = giving.flatMap(({ given, truth }) => (truth === true ? [given] : []));
  const open = giving.flatMap(({ given, truth }) => (truth === null ? [given] : []));
  switch (gathering) {
    case 'count':
      return open.length === 0 ? sure.length : null;
    case 'list':
      return open.length === 0 ? sure.map(({ listed }) => listed).join(', ') : null;
    case 'sum':
      return open.every(({ value }) => value === 0)
        ? sure.reduce((total, { value }) => total + Number(value), 0)
        : null;
    case 'min':
    case 'max': {
      const beats = (a: Known, b: Known): boolean => (gathering === 'min' ? a < b : a > b);
      const best = sure.find(({ value }) => !sure.some((other) => beats(other.value, value)));
      return best === undefined || open.some(({ value }) => beats(value, best.value)) ? null : best.value;
    }
  }
}
