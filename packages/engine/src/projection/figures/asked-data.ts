import type { Coverage, Figure, Unit } from '@benchbook/dsl';
import type { Column } from '../values/column.js';

/** What a plan reads of the data: figures as the run tells them, without the actions or with some of them taken. */
export interface DataFigures {
  /**
   * A figure in its base unit; NaN where there is none to be had.
   *
   * @param actions those that are taken; none: as things are
   */
  readonly figure: (figure: Figure, actions: readonly string[]) => Column;
  /** How many entities an action is taken on when these are taken, itself among them. */
  readonly taken: (action: string, actions: readonly string[]) => Column;
  /** How many members of a population fall under each row of a table of spans; null while it is not known. */
  readonly members: (coverage: TableCoverage) => readonly number[] | null;
}

export type TableCoverage = Extract<Coverage, { kind: 'table' }>;

/**
 * Figures that have been read, and a list of those that were asked for and have not: working out a plan once, without them, tells what it
 * needs; what it needs is read; and it is worked out again, until nothing is lacking.
 */
export class AskedData implements DataFigures {
  readonly #known = new Map<string, Map<Figure, Column>>();
  readonly #taken = new Map<string, Column>();
  readonly #lacking = new Map<string, { readonly figure: Figure; readonly actions: readonly string[] }[]>();
  readonly #members = new Map<TableCoverage, readonly number[] | null>();
  readonly #lackingTaken = new Map<string, { readonly action: string; readonly actions: readonly string[] }>();
  readonly #lackingMembers = new Set<TableCoverage>();

  readonly figure = (figure: Figure, actions: readonly string[]): Column => {
    const key = JSON.stringify(actions);
    const found = this.#known.get(key)?.get(figure);
    if (found !== undefined) return found;
    const lacking = this.#lacking.get(key) ?? [];
    if (!lacking.some((one) => one.figure === figure)) this.#lacking.set(key, [...lacking, { figure, actions }]);
    return NaN;
  };

  readonly taken = (action: string, actions: readonly string[]): Column => {
    const key = JSON.stringify([action, actions]);
    const found = this.#taken.get(key);
    if (found === undefined) this.#lackingTaken.set(key, { action, actions });
    return found ?? NaN;
  };

  readonly members = (coverage: TableCoverage): readonly number[] | null => {
    const found = this.#members.get(coverage);
    if (found === undefined) this.#lackingMembers.add(coverage);
    return found ?? null;
  };

  /** Reads what is lacking. False: nothing was. */
  async read(source: DataSource): Promise<boolean> {
    const [taken, tables, groups] = [[...this.#lackingTaken], [...this.#lackingMembers], [...this.#lacking]];
    this.#lackingTaken.clear();
    this.#lackingMembers.clear();
    this.#lacking.clear();
    for (const [key, { action, actions }] of taken) this.#taken.set(key, await source.taken(action, actions));
    for (const table of tables) this.#members.set(table, await source.members(table));
    for (const [key, asked] of groups) {
      const known = this.#known.get(key) ?? new Map<Figure, Column>();
      this.#known.set(key, known);
      const [first] = asked;
      const values = await source.figures(
        asked.map(({ figure }) => figure),
        first?.actions ?? [],
      );
      asked.forEach(({ figure }, index) => known.set(figure, values[index] ?? NaN));
    }
    return taken.length + tables.length + groups.length > 0;
  }
}

/** Where figures about the data come from. */
export interface DataSource {
  readonly figures: (figures: readonly Figure[], actions: readonly string[]) => Promise<readonly Column[]>;
  readonly taken: (action: string, actions: readonly string[]) => Promise<Column>;
  readonly members: (coverage: TableCoverage) => Promise<readonly number[]>;
  /** The known values of a source's column, in a unit. */
  readonly values: (source: string, column: string, unit: Unit) => Promise<Float64Array>;
}
