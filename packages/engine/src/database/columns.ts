import type { Cell } from './database.js';

/** A small result, column by column. Asking for a column that is not there, or as what it is not, throws a `TypeError`. */
export class Columns {
  /**
   * @param types the database's name of each column's type, in the order of the query: `VARCHAR`, `DECIMAL(18,4)`
   * @param values one list a column, all of `size` cells
   */
  constructor(
    readonly size: number,
    readonly types: ReadonlyMap<string, string>,
    private readonly values: ReadonlyMap<string, readonly Cell[]>,
  ) {}

  get names(): readonly string[] {
    return [...this.types.keys()];
  }

  column(name: string): readonly Cell[] {
    const values = this.values.get(name);
    if (!values) throw new TypeError(`no column "${name}" in this result`);
    return values;
  }

  numbers(name: string): readonly (number | null)[] {
    return this.column(name).map((cell) => (cell === null ? null : asNumber(cell, name)));
  }

  texts(name: string): readonly (string | null)[] {
    return this.column(name).map((cell) => (cell === null ? null : asText(cell, name)));
  }

  booleans(name: string): readonly (boolean | null)[] {
    return this.column(name).map((cell) => (cell === null ? null : asBoolean(cell, name)));
  }

  cell(name: string, row = 0): Cell {
    return this.column(name)[row] ?? null;
  }

  /** A number that must be there, of the first row unless told otherwise: counts, sums. */
  number(name: string, row = 0): number {
    return asNumber(this.cell(name, row), name);
  }

  text(name: string, row = 0): string | null {
    const cell = this.cell(name, row);
    return cell === null ? null : asText(cell, name);
  }

  /** Row objects; for tests and for lists of a few dozen. */
  rows(): readonly Readonly<Record<string, Cell>>[] {
    return Array.from({ length: this.size }, (_, row) =>
      Object.fromEntries(this.names.map((name) => [name, this.cell(name, row)])),
    );
  }
}

function asNumber(cell: Cell, name: string): number {
  if (typeof cell === 'bigint') return Number(cell);
  if (typeof cell !== 'number') throw new TypeError(`column "${name}" does not hold numbers`);
  return cell;
}

function asText(cell: Cell, name: string): string {
  if (typeof cell !== 'string') throw new TypeError(`column "${name}" does not hold text`);
  return cell;
}

function asBoolean(cell: Cell, name: string): boolean {
  if (typeof cell !== 'boolean') throw new TypeError(`column "${name}" does not hold truth values`);
  return cell;
}
