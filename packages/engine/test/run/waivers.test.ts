import { expect, test } from 'vitest';
import { explanationOf, files, levelOf, metricOf, reportOf, scoreOf, statesOf } from '../support/answers.js';
import { readOverrides } from '@benchbook/dsl';
import { modelOf, run, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

/** Without waivers A2 passes everything but coverage by nothing (3 of 5), A3 and the two without contacts fail all there is. */
const exceptions = (...rows: readonly string[]): string => `waiver exceptions of key_accounts
  | account_id | employees | metric | until | reason |
${rows.map((row) => `  ${row}\n`).join('')}`;

test('a metric that an account is excused from is not judged, and counts nowhere', async () => {
  const without = await reportOf({});
  expect(statesOf(without, 'decision_share')).toEqual([1, 3, 0, 0]);
  expect(levelOf(without)).toEqual({ A1: 'high', A2: 'low', A3: 'high', A4: 'high' });

  const more = exceptions(
    '| A1 | - | decision_share, contact_density | - | 管理层换届 |',
    '| A3 | - | - | - | 已出售 |',
  );
  const report = await reportOf({ more });
  expect(statesOf(report, 'decision_share')).toEqual([1, 1, 0, 2]);
  expect(statesOf(report, 'contact_density')).toEqual([1, 1, 0, 2]);
  expect(statesOf(report, 'department_coverage')).toEqual([1, 2, 0, 1]);
  expect(report.metrics.decision_share?.pass_rate).toBe(0.5);
  // A1 fails the one metric that is left; of A3 nothing is judged, and it fails nothing.
  expect(levelOf(report)).toEqual({ A1: 'medium', A2: 'low', A3: 'low', A4: 'high' });
  // Who is not judged at all has no mean shortfall, and so no score.
  expect(scoreOf(report).A3).toBe('–');
  expect(metricOf(report, 'decision_share')).toEqual(metricOf(without, 'decision_share'));
});

test('only rows that certainly hold excuse: A4 has no headcount', async () => {
  const report = await reportOf({ more: exceptions('| - | >= 100 | decision_share | - | 大客户由总部对接 |') });
  const explained = await Promise.all(
    ['A1', 'A2', 'A3', 'A4'].map(async (key) => {
      const more = exceptions('| - | >= 100 | decision_share | - | 大客户由总部对接 |');
      const { metrics } = await explanationOf(key, { more });
      return metrics.find(({ name }) => name === 'decision_share')?.waived;
    }),
  );
  expect(explained).toEqual(['大客户由总部对接', null, '大客户由总部对接', null]);
  expect(statesOf(report, 'decision_share')).toEqual([1, 1, 0, 2]);
});

test('a waiver holds up to, but not on, the day it ends, and from the day it begins', async () => {
  const on = async (day: string): Promise<readonly (number | undefined)[]> => {
    const text = rules({
      more: `waiver exceptions of key_accounts
  | account_id | from       | until      | reason |
  | A1         | 2024-03-01 | 2024-06-30 | 换届   |
  | A1         | 2024-09-01 | -          | 换届   |
`,
    }).replace('version "1"', `version "1" as of ${day}`);
    return statesOf((await run({ ...files, 'rules.bench': text })).report, 'decision_share');
  };
  expect(await on('2024-02-29')).toEqual([1, 3, 0, 0]);
  expect(await on('2024-03-01')).toEqual([1, 2, 0, 1]);
  expect(await on('2024-06-29')).toEqual([1, 2, 0, 1]);
  expect(await on('2024-06-30')).toEqual([1, 3, 0, 0]);
  expect(await on('2024-09-01')).toEqual([1, 2, 0, 1]);
});

test('the reason and the row stand where the verdict would', async () => {
  const { metrics } = await explanationOf('A1', { more: exceptions('| A1 | - | decision_share | - | 管理层换届 |') });
  expect(metrics.map(({ name, state, waived, rules: [first] }) => [name, state, waived, first?.declaration])).toEqual([
    ['contact_density', 'failed', null, 'generic'],
    ['decision_share', 'not judged', '管理层换届', 'exceptions'],
    ['department_coverage', 'failed', null, 'generic'],
  ]);
  const [, excused] = metrics;
  expect(excused?.rules[0]).toMatchObject({
    header: '| account_id | employees | metric | until | reason |',
    text: '| A1 | - | decision_share | - | 管理层换届 |',
    cell: 4,
  });
});

test('what a waiver asks has a path, and a what-if on it gives what the text would', async () => {
  const asked = (from: number): string =>
    rules({ more: exceptions(`| - | >= ${String(from)} | decision_share, contact_density | - | 由总部对接 |`) });
  const book = await workbook({ ...files, 'rules.bench': asked(100) });
  const model = await modelOf(book);
  const moved = await book.whatIf(model, readOverrides(model, ['exceptions["-", ">= 100"].employees=600']));
  const { report } = await run({ ...files, 'rules.bench': asked(600) });
  expect(statesOf(report, 'decision_share')).toEqual([1, 2, 0, 1]);
  expect(moved.whole.metrics.decision_share).toEqual({ passed: 1, failed: 2, unknown: 0, not_judged: 1 });
  const threshold = await book.whatIf(model, readOverrides(model, ['generic.decision_share=30%']));
  expect([threshold.by, threshold.why?.text]).toEqual([
    'database',
    'Everybody was judged anew: exceptions excuses some from what moved. The answer is the same, and takes longer.',
  ]);
  // Of a metric that it excuses nobody from the cells know all there is to know.
  const other = await book.whatIf(model, readOverrides(model, ['generic.department_coverage=30%']));
  expect(other.by).toBe('cells');
  expect(other.whole.metrics.decision_share).toEqual({ passed: 1, failed: 1, unknown: 0, not_judged: 2 });
});
