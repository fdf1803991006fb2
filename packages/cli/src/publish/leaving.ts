import type { Model } from '@benchbook/dsl';
import type { CellResult, NotebookRun, ShowResult } from '@benchbook/engine';

/** Columns that name one entity each: keys, and what sources are named by. */
function namingColumns(model: Model): ReadonlySet<string> {
  const names = model.sources.flatMap(({ key, naming, columns }) =>
    columns
      .filter(({ name }) => name === key || name === naming)
      .flatMap(({ name, label }) => [name, ...(label === null ? [] : [label])]),
  );
  // What results call them where no source does.
  return new Set([...names, 'key', 'name', '名称'].map(comparable));
}

const comparable = (name: string): string => name.trim().toLowerCase();

/** Columns of a run's tables that name accounts, people or whatever else the rows are: they leave with the page. */
export function namingIn(run: NotebookRun, model: Model): readonly string[] {
  const naming = namingColumns(model);
  const found = run.cells
    .flatMap(({ results }) => results)
    .flatMap(tablesIn)
    .flatMap(({ columns }) => columns)
    .filter(({ name, label }) => naming.has(comparable(name)) || naming.has(comparable(label)))
    .map(({ label, name }) => (label === '' ? name : label));
  return [...new Set(found)].sort();
}

/** Every column of every table of a run. */
export const columnsIn = (run: NotebookRun): readonly string[] =>
  [
    ...new Set(
      run.cells
        .flatMap(({ results }) => results)
        .flatMap(tablesIn)
        .flatMap(({ columns }) => columns.map(({ label, name }) => (label === '' ? name : label))),
    ),
  ].sort();

function tablesIn(result: CellResult): readonly ShowResult[] {
  if (result.kind === 'figure') return [result.figure];
  return result.kind === 'control' ? [result.control.figure.figure] : [];
}
