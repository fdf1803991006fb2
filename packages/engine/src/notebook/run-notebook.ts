import type { Cell, Model, Tree } from '@benchbook/dsl';
import { notice, toNotice } from '../notices/notice.js';
import { similar } from '../data/similar.js';
import type { CellResult, NotebookCell, NotebookOptions, NotebookRun } from '../notebook-types.js';
import type { Reading, Workbook } from '../workbook-types.js';
import { benchResults } from './bench-results.js';
import { cellInfo } from './cell-info.js';
import { Runs } from './runs.js';
import { queryResults } from './sql/query-results.js';

/** A cell whose results are not there yet. */
export type OpenCell = Omit<NotebookCell, 'results'> & Pick<Cell, 'span' | 'content'>;

/**
 * Runs the cells of a notebook. The rules of all cells are one program, so a cell of rules may read what stands below it; a query is
 * run after those whose rows it reads.
 *
 * @param reading what `workbook.read()` gave
 * @param model the rules to run: the reading's, perhaps under a scenario
 * @throws DataError when data stops a run
 */
export async function runNotebook(
  workbook: Workbook,
  reading: Reading,
  model: Model,
  options: NotebookOptions = {},
): Promise<NotebookRun> {
  const [tree] = reading.program.files;
  const cells = tree === undefined ? [] : tree.cells.map((cell) => opened(tree, cell));
  const runs = new Runs(workbook, model, options.language ?? 'en', options.signal ?? null);
  const queries = await queryResults(cells, runs);
  const results = new Map<OpenCell, readonly CellResult[]>();
  for (const cell of cells)
    results.set(cell, noScenario(cell, runs) ?? queries.get(cell) ?? (await benchResults(cell, runs)));
  return {
    cells: cells.map((cell) => {
      const { span: _span, content: _content, ...told } = cell;
      return { ...told, results: results.get(cell) ?? [] };
    }),
  };
}

function opened(tree: Tree, cell: Cell): OpenCell {
  const { language, span, content, text, closed } = cell;
  const line = tree.lines.line(span.start);
  const after = tree.lines.line(span.end);
  return {
    language,
    info: cellInfo(cell.info),
    file: tree.file,
    line,
    lastLine: closed && after > line + 1 && tree.text[span.end - tree.base - 1] === '\n' ? after - 1 : after,
    text,
    span,
    content,
  };
}

/** What stands under a cell that names a scenario nobody has written; null where there is nothing to say. */
export function noScenario({ info: { under }, file, line }: OpenCell, runs: Runs): readonly CellResult[] | null {
  if (under === null || runs.knows(under)) return null;
  const known = runs.base.scenarios.map(({ name }) => name);
  const said = notice('R353', { name: under, known, near: similar(under, known) }, { file, line });
  return [{ kind: 'notice', notice: toNotice(said, runs.language) }];
}
