import type { Report, ShowResult } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../../document/block.js';
import { count, number, percent } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** Every `show` of the rulebook as a table; what draws it is the page. */
export function shows(report: Report, words: Words['report']): Block[] {
  return report.shows.flatMap((show) => [
    heading(show.title),
    show.rows.length === 0 ? paragraph(show.because ?? words.none, 'warn') : table(show, words),
  ]);
}

function table(show: ShowResult, words: Words['report']): Block {
  return {
    kind: 'table',
    columns: show.columns.map((column) =>
      column.kind === 'text' ? { label: column.label, flexible: true } : { label: column.label, align: 'right' },
    ),
    rows: show.rows.map((row) => row.map((value, index) => cell(display(value, show.columns[index]?.kind, words)))),
  };
}

function display(
  value: string | number | null,
  kind: ShowResult['columns'][number]['kind'] | undefined,
  words: Words['report'],
): string {
  if (value === null) return words.none;
  if (typeof value === 'string') return value;
  switch (kind) {
    case 'count':
      return count(value);
    case 'percent':
      return percent(value);
    default:
      return number(value);
  }
}
