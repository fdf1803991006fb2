import { aggregate, column, isKnown } from '../sql/expression.js';
import { output, type Output } from '../sql/query.js';
import type { Loading } from './loading.js';
import { canFail, replaced, type StagedColumn, unreadable } from './stage-query.js';
import { count, examples, over, type StagedRows } from './staged-rows.js';

/** How complete the rows of a source are, by column; columns without gaps are absent. */
export interface Quality {
  readonly rows: number;
  readonly missing: Readonly<Record<string, number>>;
  readonly unreadable: Readonly<Record<string, number>>;
}

const known = (name: string): Output => output(aggregate('count', [column(name)]), name);

/** Counts values, cells that could not be read and replaced values in one pass, and notes what it finds. */
export async function countQuality(
  loading: Loading,
  rows: StagedRows,
  columns: readonly StagedColumn[],
  derived: readonly string[],
): Promise<Quality> {
  const names = [...columns.map(({ column: { name } }) => name), ...derived];
  const failing = columns.filter(canFail);
  const aliased = columns.filter(({ aliases }) => aliases.length > 0);
  const counted = await loading.database.read(
    over(rows, {
      columns: [
        output(count(), '#rows'),
        ...names.map(known),
        ...failing.map(({ column: { name } }) => known(unreadable(name))),
        ...aliased.map(({ column: { name } }) => known(replaced(name))),
      ],
    }),
    {},
    loading.options,
  );
  const total = counted.number('#rows');
  const lost = new Map<string, number>();
  for (const staged of failing) {
    const { name } = staged.column;
    const cells = counted.number(unreadable(name));
    if (cells > 0) await noteUnreadable(loading, rows, staged, cells, counted.number(name) === 0);
    lost.set(name, cells);
  }
  for (const {
    column: { name, line },
  } of aliased) {
    const cells = counted.number(replaced(name));
    if (cells > 0)
      loading.say('D238', { source: loading.source.name, column: name, count: cells }, { line, count: cells });
  }
  return {
    rows: total,
    missing: positive(names.map((name) => [name, total - counted.number(name)])),
    unreadable: positive([...lost]),
  };
}

async function noteUnreadable(
  loading: Loading,
  rows: StagedRows,
  { column: { name, type, line } }: StagedColumn,
  cells: number,
  all: boolean,
): Promise<void> {
  const text = column(unreadable(name));
  const found = await examples(loading, rows, over(rows, { where: isKnown(text) }), text);
  const data = {
    source: loading.source.name,
    column: name,
    type: type.kind,
    count: cells,
    rows: found.rows,
    sample: found.values[0] ?? '',
  };
  loading.say(all ? 'D233' : 'D232', data, { line, count: cells });
}

function positive(counts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  return Object.fromEntries(counts.filter(([, cells]) => cells > 0));
}
