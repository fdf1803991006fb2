import type { Coverage, CoveredRow, CoveredTable } from '@benchbook/engine';
import { cell, heading, list, paragraph, type Block } from '../document/block.js';
import { count, percent } from '../document/figures.js';
import type { Words } from '../language/words.js';
import { noticeLine } from '../output/notice-line.js';

/** Which rows are used: a line a table, then every row that nobody has used, as written. */
export function coverageBlocks(coverage: Coverage, words: Words): Block[] {
  const { tests, report } = words;
  const unused = coverage.tables.filter(({ hit, rows }) => hit < rows.length);
  return [
    heading(tests.coverage(coverage.hit, coverage.rows, shareText(coverage))),
    ...(coverage.problems.length === 0
      ? []
      : [
          paragraph(tests.withoutData, 'warn'),
          list(coverage.problems.map((notice) => cell(noticeLine(notice, report), 'warn'))),
        ]),
    ...(coverage.rows === 0 ? [] : [tableOf(coverage, words)]),
    ...(unused.length === 0 ? [] : [paragraph(tests.unused), unusedRows(unused, words)]),
  ];
}

function tableOf({ tables }: Coverage, { tests }: Words): Block {
  return {
    kind: 'table',
    columns: [
      { label: tests.table },
      { label: tests.rows, align: 'right' },
      { label: tests.byData, align: 'right' },
      { label: tests.byTests, align: 'right' },
      { label: tests.used, align: 'right' },
      { label: tests.share, align: 'right' },
      { label: tests.line, align: 'right' },
    ],
    rows: tables.map((each) => [
      cell(`${each.noun} ${each.name}`),
      cell(count(each.rows.length)),
      cell(count(usedBy(each, 'populations'))),
      cell(count(usedBy(each, 'tests'))),
      cell(count(each.hit)),
      cell(percent(each.hit / each.rows.length), each.hit === each.rows.length ? 'good' : 'warn'),
      cell(String(each.line), 'quiet'),
    ]),
  };
}

function unusedRows(tables: readonly CoveredTable[], { tests }: Words): Block {
  return {
    kind: 'table',
    columns: [{ label: tests.line, align: 'right' }, { label: tests.table }, { label: tests.row }],
    rows: tables.flatMap(({ noun, name, rows }) =>
      rows
        .filter((row) => !isUsed(row))
        .map(({ line, text }) => [cell(String(line)), cell(`${noun} ${name}`), cell(text, 'warn')]),
    ),
  };
}

const usedBy = ({ rows }: CoveredTable, who: 'populations' | 'tests'): number =>
  rows.filter((row) => Object.keys(row[who]).length > 0).length;

const isUsed = ({ populations, tests }: CoveredRow): boolean =>
  Object.keys(populations).length + Object.keys(tests).length > 0;

/** The share of rows that somebody has used; all of them where there are none. */
export const shareOf = ({ hit, rows }: Pick<Coverage, 'hit' | 'rows'>): number => (rows === 0 ? 1 : hit / rows);

export const shareText = (coverage: Coverage): string => percent(shareOf(coverage));
