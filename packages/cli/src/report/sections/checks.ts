import type { CheckReport, Report } from '@benchbook/engine';
import { cell, heading, type Block, type Cell } from '../../document/block.js';
import type { Words } from '../../language/words.js';

export function checks(report: Report, words: Words['report']): Block[] {
  if (report.checks.length === 0) return [];
  return [
    heading(words.checks),
    {
      kind: 'table',
      columns: [
        { label: words.check, flexible: true },
        { label: words.holds },
        { label: words.found },
        { label: words.severity },
      ],
      rows: report.checks.map((each) => [
        cell(each.text),
        verdict(each, words),
        cell(each.found),
        cell(words[each.severity]),
      ]),
    },
  ];
}

function verdict(check: CheckReport, words: Words['report']): Cell {
  if (check.holds === true) return cell(words.yes, 'good');
  const tone = check.severity === 'error' ? 'bad' : 'warn';
  return cell(check.holds === null ? words.cannotTell : words.no, tone);
}
