import type { Report, SourceReport } from '@benchbook/engine';
import { cell, heading, list, type Block, type Cell } from '../../document/block.js';
import { count } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** Where the rows came from, and every row and cell that did not come along. */
export function data(report: Report, words: Words['report']): Block[] {
  const remarks = report.sources.flatMap((source) => remarksOn(source, words));
  return [
    heading(words.data),
    {
      kind: 'table',
      columns: [
        { label: words.source },
        { label: words.file, flexible: true },
        { label: words.read, align: 'right' },
        { label: words.kept, align: 'right' },
        { label: words.dropped, align: 'right' },
      ],
      rows: report.sources.map((source) => [
        cell(source.name),
        cell(source.path ?? words.notAvailable),
        cell(count(source.rows_read)),
        cell(count(source.rows_kept)),
        cell(count(source.dropped.reduce((sum, each) => sum + each.count, 0))),
      ]),
    },
    ...(remarks.length === 0 ? [] : [list(remarks)]),
  ];
}

function remarksOn(source: SourceReport, words: Words['report']): Cell[] {
  const dropped = source.dropped.map((each) =>
    words.droppedRows(source.name, each.count, each.reason, words.places(each.rows, each.count > each.rows.length)),
  );
  const each = (counts: Readonly<Record<string, number>>, say: (place: string, amount: number) => string): string[] =>
    Object.entries(counts).map(([column, amount]) => say(`${source.name}.${column}`, amount));
  return [
    ...dropped.map((text) => cell(text, 'warn')),
    ...each(source.unreadable, words.unreadable).map((text) => cell(text, 'warn')),
    ...each(source.orphans, words.orphans).map((text) => cell(text, 'warn')),
    ...each(source.missing, words.missing).map((text) => cell(text)),
  ];
}
