import type { TestFailure, TestResult } from '@benchbook/engine';
import { cell, list, paragraph, title, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { noticeLine } from '../output/notice-line.js';
import { comparisonTable } from './comparison.js';
import { MARK } from './mark.js';
import { reasonLines } from './reasons.js';

/** One line a test; a failed one shows what was expected beside what came out, and why. */
export function testBlocks(file: string, results: readonly TestResult[], words: Words): Block[] {
  if (results.length === 0) return [paragraph(words.tests.none(file))];
  const failed = results.filter((result) => result.outcome === 'failed').length;
  return [
    title(file),
    ...results.flatMap((result) => resultBlocks(result, words)),
    paragraph(words.tests.total(results.length - failed, failed), failed > 0 ? 'bad' : 'good'),
  ];
}

function resultBlocks(result: TestResult, words: Words): Block[] {
  if (result.outcome === 'passed') return [paragraph(`${words.tests.passed} ${result.name}`)];
  return [
    paragraph(`${words.tests.failed} ${result.name} (${words.tests.line} ${result.line})`, 'bad'),
    ...failureBlocks(result, words),
  ];
}

/** What a failed test has to show: problems, the tables that differ with their reasons, the figures that differ. */
export function failureBlocks({ comparisons, failures, problems }: TestResult, words: Words): Block[] {
  const inTables = new Set(comparisons.flatMap(({ rows }) => rows.map(({ line }) => line)));
  const figures = failures.filter(({ line }) => !inTables.has(line));
  const reasons = failures.flatMap((failure) => reasonLines(failure, words));
  return [
    ...(problems.length === 0 ? [] : [list(problems.map((notice) => cell(noticeLine(notice, words.report), 'bad')))]),
    ...comparisons.map((comparison) => comparisonTable(comparison, words)),
    ...(reasons.length === 0 ? [] : [list(reasons.map((text) => cell(text)))]),
    ...(figures.length === 0 ? [] : [figureTable(figures, words)]),
  ];
}

function figureTable(failures: readonly TestFailure[], { tests }: Words): Block {
  return {
    kind: 'table',
    columns: [
      { label: tests.what, flexible: true },
      { label: tests.expected },
      { label: tests.actual },
      { label: tests.line, align: 'right' },
    ],
    rows: failures.map((each) => [
      cell(each.what),
      cell(each.expected, 'good'),
      cell(`${MARK} ${each.actual}`, 'bad'),
      cell(String(each.line)),
    ]),
  };
}
