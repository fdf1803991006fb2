import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explanationOf, files, levelOf, metricOf, reportOf, statesOf } from '../support/answers.js';
import { run } from '../support/project.js';
import { rules } from '../support/rules.js';

const accounts = (rows: readonly (readonly [industry: string, employees: number | null])[]): string =>
  [
    'account_id,name,industry,annual_revenue,employees',
    ...rows.map(([industry, employees], index) => `A${index + 1},N${index + 1},${industry},1000000,${employees ?? ''}`),
  ].join('\n');

const STAFF = accounts([
  ...[10, 20, 30, 40].map((employees) => ['医疗', employees] as const),
  ...[100, 200, 300].map((employees) => ['科技业', employees] as const),
  ['科技业', null],
  ['零售业', 7],
]);

const metrics = 'metric staff in count\n  = employees\n';
const benchmark = (cell: string, least = 2): string => `benchmark among_peers
  peers at least ${least}
  | staff |
  | ${cell} |
apply among_peers to key_accounts
`;
const alone = { metrics, score: '' };

const staffOf = async (key: string, cell: string, least?: number): Promise<unknown> => {
  const explanation = await explanationOf(
    key,
    { ...alone, benchmark: benchmark(cell, least) },
    { 'accounts.csv': STAFF },
  );
  const staff = explanation.metrics[0];
  return [staff?.state, staff?.threshold?.text ?? null, staff?.peers];
};

test.each([
  // 10, 20, 30, 40: the third quarter ends a quarter of the way from 30 to 40.
  ['>= p75 within industry', 'A4', ['passed', '≥ 32.50 (p75 within industry)', 4]],
  ['>= p75 within industry', 'A3', ['failed', '≥ 32.50 (p75 within industry)', 4]],
  ['>= median within industry', 'A6', ['passed', '≥ 200 (median within industry)', 3]],
  ['> median within industry', 'A6', ['failed', '> 200 (median within industry)', 3]],
  ['<= p25 within industry', 'A5', ['passed', '≤ 150 (p25 within industry)', 3]],
  ['>= p0 within industry', 'A1', ['passed', '≥ 10 (p0 within industry)', 4]],
  ['>= p100 within industry', 'A7', ['passed', '≥ 300 (p100 within industry)', 3]],
  // All eight known: 7, 10, 20, 30, 40, 100, 200, 300.
  ['>= median', 'A5', ['passed', '≥ 35 (median)', 8]],
])('%s asked of %s', async (cell, key, [state, text, known]) => {
  const [, name] = /\((.*)\)/.exec(String(text)) ?? [];
  expect(await staffOf(key, cell)).toEqual([state, text, { text: name, known, least: 2 }]);
});

test('with too few peers the metric is unknown, and the run says for how many', async () => {
  expect(await staffOf('A9', '>= median within industry')).toEqual([
    'unknown',
    null,
    { text: 'median within industry', known: 1, least: 2 },
  ]);
  const report = await reportOf(
    { ...alone, benchmark: benchmark('>= median within industry', 4) },
    { 'accounts.csv': STAFF },
  );
  expect(statesOf(report, 'staff')).toEqual([2, 2, 5, 0]);
  expect(report.notices.filter(({ code }) => code === 'R340').map(({ text, count }) => [text, count])).toEqual([
    [
      'among_peers cannot judge the staff of 4: fewer than 4 of their peers have a known value. ' +
        'Compare with a wider group, or say `peers at least` fewer.',
      4,
    ],
  ]);
});

test('peers are those of the population judged, in the same industry and band', async () => {
  const report = await reportOf(
    {
      ...alone,
      population: 'population key_accounts of accounts\n  where employees > 10\n',
      benchmark: `band size
  | employees | size  |
  | < 100     | small |
  | >= 100    | large |
benchmark among_peers
  peers at least 1
  | industry | staff                          |
  | 医疗     | >= median within industry      |
  | else     | <= median within size, industry |
apply among_peers to key_accounts
`,
    },
    { 'accounts.csv': STAFF },
  );
  expect(metricOf(report, 'staff')).toEqual({ A2: 20, A3: 30, A4: 40, A5: 100, A6: 200, A7: 300 });
  expect(report.metrics.staff?.benchmarks.map(({ text, value, count, line }) => [text, value, count, line])).toEqual([
    ['≥ 30 (median within industry)', 30, 3, expect.any(Number)],
    ['≤ 200 (median within size, industry)', 200, 3, expect.any(Number)],
  ]);
  expect(levelOf(report)).toEqual({ A2: 'medium', A3: 'low', A4: 'low', A5: 'low', A6: 'low', A7: 'medium' });
});

test('the strictest of a number and of what the peers have', async () => {
  const both = `benchmark fixed
  | staff |
  | >= 25 |
${benchmark('>= median within industry').replace('apply among_peers', 'apply strictest(fixed, among_peers)')}`;
  const explanation = await explanationOf('A3', { ...alone, benchmark: both }, { 'accounts.csv': STAFF });
  expect(explanation.metrics[0]).toMatchObject({
    state: 'passed',
    threshold: { text: '≥ 25' },
  });
  const large = await explanationOf('A5', { ...alone, benchmark: both }, { 'accounts.csv': STAFF });
  expect(large.metrics[0]).toMatchObject({ state: 'failed', threshold: { value: 200 } });
});

test('a share of counts that is its own percentile passes it, whatever the bits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 9 }), async (sizes) => {
      // Everybody has the same share, of contacts of another number: the percentile is that share.
      const contacts = sizes.flatMap((size, index) =>
        Array.from({ length: size * 3 }, (_, at) => `A${index + 1},${at < size ? 'VP' : '专员'}`),
      );
      const { report } = await run({
        ...files,
        'accounts.csv': accounts(sizes.map((size) => ['医疗', size] as const)),
        'contacts.csv': [
          'contact_id,account_id,department,level',
          ...contacts.map((row, index) => `C${index},${row.replace(',', ',销售,')}`),
        ].join('\n'),
        'rules.bench': rules({
          score: '',
          benchmark: `benchmark among_peers
  peers at least 1
  | decision_share |
  | >= p37.5       |
apply among_peers to key_accounts
`,
        }),
      });
      expect(statesOf(report, 'decision_share')).toEqual([sizes.length, 0, 0, 0]);
    }),
    { numRuns: 5 },
  );
});
