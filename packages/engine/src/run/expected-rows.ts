import type { Expectation } from '@benchbook/dsl';
import type { Columns } from '../database/columns.js';
import { whereOf } from '../notices/where.js';
import { compile } from '../sql/compile-expression.js';
import { ascending, cast, column, descending } from '../sql/expression.js';
import { named } from '../sql/names.js';
import { output } from '../sql/query.js';
import type { ComparedRow, Comparison, Language, TestFailure } from '../workbook-types.js';
import type { Executed } from './execute.js';
import { matches, shownValue } from './expected.js';
import { readScored } from './read.js';
import { reasonsFor } from './test-reasons.js';

type ExpectedRows = Extract<Expectation, { kind: 'rows' }>;

/** Entities of one test whose values are explained; who has more to mend than these begins with these. */
const MOST_EXPLAINED = 20;

/** Compares expected rows with what came out, found by their key, or one by one in the order of `top`. */
export async function checkRows(
  expectation: ExpectedRows,
  run: Executed,
  language: Language,
): Promise<{ readonly failures: readonly TestFailure[]; readonly comparisons: readonly Comparison[] }> {
  const read = await readActual(expectation, run);
  const places = new Map(read.texts('key').map((key, at) => [key, at]));
  const keyAt = expectation.columns.indexOf(run.plan.source.key ?? '');
  const rows: ComparedRow[] = [];
  const failures: TestFailure[] = [];
  let explained = 0;
  for (const [index, expected] of expectation.rows.entries()) {
    const { cells } = expected;
    const where = whereOf(run.plan.model, expected);
    const of = expectation.top === null ? unquoted(cells[keyAt]?.text ?? '') : `${index + 1}`;
    const at = expectation.top === null ? places.get(of) : index;
    if (at === undefined || at >= read.size) {
      rows.push({
        of,
        ...where,
        found: false,
        cells: cells.map(({ text }) => ({ expected: text, actual: '', matches: false })),
      });
      const what = run.plan.source.key ?? '';
      failures.push({ of, what, expected: 'in the population', actual: 'not there', ...where, why: [] });
      continue;
    }
    const row = compareRow(cells, of, where, (cell) => read.cell(`cell_${cell}`, at));
    rows.push(row);
    const wrong = cells.filter((_, cell) => row.cells[cell]?.matches === false);
    explained += wrong.length > 0 ? 1 : 0;
    const why =
      wrong.length > 0 && explained <= MOST_EXPLAINED
        ? await reasonsFor(
            run,
            read.text('key', at) ?? '',
            wrong.map(({ expression }) => expression),
            language,
          )
        : [];
    const differing = row.cells.flatMap((cell, each) => (cell.matches ? [] : [{ cell, each }]));
    for (const [place, { cell, each }] of differing.entries())
      failures.push({
        of,
        what: expectation.columns[each] ?? '',
        expected: cell.expected,
        actual: cell.actual,
        ...where,
        why: why[place] ?? [],
      });
  }
  const { population, columns } = expectation;
  return { failures, comparisons: failures.length === 0 ? [] : [{ population, columns, rows }] };
}

function readActual({ rows, top }: ExpectedRows, run: Executed): Promise<Columns> {
  const [first] = rows;
  return readScored(run, (scope) => ({
    columns: [
      output(cast(column(named.key), 'VARCHAR'), 'key'),
      ...(first?.cells ?? []).map((cell, index) => output(compile(cell.expression, scope), `cell_${index}`)),
    ],
    orderBy: top === null ? [] : [descending(compile(top.by, scope)), ascending(column(named.key))],
    limit: top?.rows ?? null,
  }));
}

function compareRow(
  cells: ExpectedRows['rows'][number]['cells'],
  of: string,
  where: ReturnType<typeof whereOf>,
  actual: (cell: number) => ReturnType<Columns['cell']>,
): ComparedRow {
  return {
    of,
    ...where,
    found: true,
    cells: cells.map((cell, index) => {
      const same = matches(actual(index), cell);
      return { expected: cell.text, actual: same ? cell.text : shownValue(actual(index), cell), matches: same };
    }),
  };
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
