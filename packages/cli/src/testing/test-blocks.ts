import type { TestResult } from '@benchbook/engine';
import { cell, list, paragraph, title, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { noticeLine } from '../output/notice-line.js';

/** One line a test; a failed one shows what was expected beside what came out. */
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
  const problems = result.problems.map((notice) => cell(noticeLine(notice, words.report), 'bad'));
  return [
    paragraph(`${words.tests.failed} ${result.name} (${words.tests.line} ${result.line})`, 'bad'),
    ...(problems.length === 0 ? [] : [list(problems)]),
    ...(result.failures.length === 0 ? [] : [failures(result, words)]),
  ];
}

function failures(result: TestResult, { tests }: Words): Block {
  return {
    kind: 'table',
    columns: [
      { label: tests.of, flexible: true },
      { label: tests.what },
      { label: tests.expected },
      { label: tests.actual },
      { label: tests.line, align: 'right' },
    ],
    rows: result.failures.map((each) => [
      cell(each.of),
      cell(each.what),
      cell(each.expected, 'good'),
      cell(each.actual, 'bad'),
      cell(String(each.line)),
    ]),
  };
}
