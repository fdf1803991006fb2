import type { Report, TargetReport } from '@benchbook/engine';
import { cell, heading, list, type Block, type Cell } from '../../document/block.js';
import { count } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** How far each target is from being met. */
export function targets(report: Report, words: Words['report']): Block[] {
  return report.targets.flatMap((target) => {
    const reasons = target.rows.filter((row) => row.because !== null);
    return [
      heading(words.target(target.label ?? target.name) + (target.by === null ? '' : ` · ${words.by(target.by)}`)),
      {
        kind: 'table',
        columns: [
          { label: words.measure, flexible: true },
          { label: words.now, align: 'right' },
          { label: words.attain, align: 'right' },
          { label: words.met },
          { label: words.gap, align: 'right' },
          { label: words.short, align: 'right' },
        ],
        rows: target.rows.map((row) => [
          cell(row.text),
          cell(row.display === '' ? words.none : row.display),
          cell(row.attain_display),
          met(row.met, words),
          cell(row.gap_display === '' ? words.none : row.gap_display),
          cell(shortOf(row, words)),
        ]),
      } satisfies Block,
      ...(reasons.length === 0
        ? []
        : [list(reasons.map((row) => cell(`${row.text}${words.colon}${row.because ?? ''}`)))]),
    ];
  });
}

function met(value: boolean | null, words: Words['report']): Cell {
  if (value === null) return cell(words.cannotTell, 'warn');
  return value ? cell(words.yes, 'good') : cell(words.no, 'bad');
}

function shortOf(row: TargetReport['rows'][number], words: Words['report']): string {
  return row.entities_short === null ? words.none : count(row.entities_short);
}
