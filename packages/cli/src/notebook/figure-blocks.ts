import { formatNumber } from '@benchbook/dsl';
import type { CellResult, Control, ShowResult, Statement } from '@benchbook/engine';
import { cell, list, paragraph, type Block, type TableColumn } from '../document/block.js';
import type { Words } from '../language/words.js';
import { countsAt } from './positions.js';

type Column = ShowResult['columns'][number];

/** A result as blocks of a document, its picture left aside. */
export function resultBlocks(result: CellResult, words: Words): readonly Block[] {
  switch (result.kind) {
    case 'figure':
      return [tableOf(result.figure)];
    case 'statements':
      return [list(result.statements.map((statement) => cell(marked(statement))))];
    case 'control':
      return [
        positionsOf(result.control, words),
        ...(result.control.because === null ? [] : [paragraph(result.control.because.text)]),
      ];
    case 'notice':
      return [paragraph(result.notice.text)];
  }
}

/** A sentence with its mark: held, missed, or neither. */
export function marked({ text, met }: Statement): string {
  if (met === null) return text;
  return `${met ? '✓' : '✗'} ${text}`;
}

function tableOf({ columns, rows, because }: ShowResult): Block {
  if (rows.length === 0) return paragraph(because ?? '–');
  return {
    kind: 'table',
    columns: columns.map(({ label, kind }): TableColumn => ({ label, align: kind === 'text' ? 'left' : 'right' })),
    rows: rows.map((row) => row.map((value, place) => cell(written(value, columns[place]?.kind ?? 'text')))),
  };
}

function written(value: string | number | null, kind: Column['kind']): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  return kind === 'text' ? String(value) : formatNumber(value, kind, kind === 'percent' ? 1 : undefined);
}

/** One row a position: how many at each level, and how many are moved. */
function positionsOf(control: Control, { notebook }: Words): Block {
  const [setting] = control.figure.figure.columns;
  const labels = [...new Set(control.figure.figure.rows.map((row) => String(row[1])))];
  return {
    kind: 'table',
    columns: [
      { label: setting?.label ?? control.path },
      ...labels.map((label): TableColumn => ({ label, align: 'right' })),
      { label: notebook.movedColumn, align: 'right' },
    ],
    rows: control.positions.map(({ text, current, moved }) => {
      const counts = new Map(countsAt(control, text));
      return [
        cell(current ? `${text} (${notebook.asItIs})` : text),
        ...labels.map((label) => cell(formatNumber(counts.get(label) ?? 0, 'count'))),
        cell(formatNumber(moved, 'count')),
      ];
    }),
  };
}
