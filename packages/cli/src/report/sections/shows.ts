import type { Report, ShowResult } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../../document/block.js';
import type { Words } from '../../language/words.js';
import { distributionBars } from './distribution.js';
import { crossTable } from './cross-table.js';
import { columnDisplay } from './show-cell.js';

/** Every `show` of the rulebook, as far as text can show it; what draws it is the page. */
export function shows(report: Report, words: Words['report']): Block[] {
  return report.shows.flatMap((show) => [heading(show.title), body(show, report, words)]);
}

function body(show: ShowResult, report: Report, words: Words['report']): Block {
  if (show.rows.length === 0) return paragraph(show.because ?? words.none, 'warn');
  return distributionBars(show, words) ?? crossTable(show, report, words) ?? plainTable(show, words);
}

function plainTable(show: ShowResult, words: Words['report']): Block {
  const displays = show.columns.map((_, index) => columnDisplay(show, index, words));
  return {
    kind: 'table',
    columns: show.columns.map((column) =>
      column.kind === 'text' ? { label: column.label, flexible: true } : { label: column.label, align: 'right' },
    ),
    rows: show.rows.map((row) => displays.map((display, index) => cell(display(row[index] ?? null)))),
  };
}
