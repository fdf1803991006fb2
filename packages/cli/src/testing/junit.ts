import type { TestResult } from '@benchbook/engine';
import { toTerminal } from '../document/to-terminal.js';
import type { Words } from '../language/words.js';
import { plain } from '../terminal/paint.js';
import { shareText } from './coverage.js';
import { failureBlocks } from './test-blocks.js';
import type { Tested } from './tested.js';

/** Test results as JUnit XML, which every CI system reads: a suite a rulebook, a case a test. Without times: the bytes are the results'. */
export function junit(tested: readonly Tested[], words: Words): string {
  const all = tested.flatMap(({ results }) => results);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'benchbook', ...counts(all) })}>`,
    ...tested.flatMap((each) => suite(each, words)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite({ file, results, coverage }: Tested, words: Words): readonly string[] {
  const used = coverage === null ? [] : [{ name: 'coverage', value: shareText(coverage) }];
  return [
    `  <testsuite ${attributes({ name: file, ...counts(results) })}>`,
    ...(used.length === 0
      ? []
      : ['    <properties>', ...used.map((each) => `      <property ${attributes(each)}/>`), '    </properties>']),
    ...results.flatMap((result) => testCase(file, result, words)),
    '  </testsuite>',
  ];
}

function testCase(file: string, result: TestResult, words: Words): readonly string[] {
  const { name, line, outcome, failures, problems } = result;
  const opening = `    <testcase ${attributes({ name, classname: file, file, line })}`;
  if (outcome === 'passed') return [`${opening}/>`];
  const kind = problems.length > 0 ? 'error' : 'failure';
  const [first] = failures;
  const message =
    problems[0]?.text ??
    (first === undefined ? '' : words.tests.difference(first.of, first.what, first.expected, first.actual));
  const body = toTerminal(failureBlocks(result, words), { width: Infinity, paint: plain });
  return [
    `${opening}>`,
    `      <${kind} ${attributes({ message, type: kind })}>${escape(body)}</${kind}>`,
    '    </testcase>',
  ];
}

/** A test that could not run is an error, one that ran and differed a failure. */
function counts(results: readonly TestResult[]): Readonly<Record<string, number>> {
  const errors = results.filter(({ problems }) => problems.length > 0).length;
  const failed = results.filter(({ outcome }) => outcome === 'failed').length;
  return { tests: results.length, failures: failed - errors, errors };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escape(String(value))}"`)
    .join(' ');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Names and values come from rules and data: none becomes markup, and what XML cannot hold is left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
