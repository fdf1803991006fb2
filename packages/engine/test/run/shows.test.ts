import { expect, test } from 'vitest';
import { files, reportOf, shownBy } from '../support/answers.js';
import { run } from '../support/project.js';
import { ACCOUNTS, CONTACTS, parts, rules } from '../support/rules.js';

const shown = async (show: string, replaced: Parameters<typeof rules>[0] = {}): Promise<unknown> =>
  shownBy(await reportOf({ ...replaced, more: `${replaced.more ?? ''}show ${show}\n` }));

test('a label is counted for each value of what it is shown by', async () => {
  expect(await shown('risk by industry as bars')).toEqual([
    ['制造业', 'high', 1],
    ['医疗', 'low', 1],
    ['科技业', 'high', 1],
    ['金融服务业', 'high', 1],
  ]);
  expect(await shown('risk')).toEqual([
    ['high', 3],
    ['low', 1],
  ]);
});

test('a number is averaged and counted', async () => {
  expect(await shown('contact_density by risk')).toEqual([
    ['high', 2.5 / 3, 3],
    ['low', 40, 1],
  ]);
  expect(await shown('count(contacts) by risk')).toEqual([
    ['high', 1 / 3, 3],
    ['low', 4, 1],
  ]);
});

test('rows stand as labels are listed and as numbers grow, those without a value last', async () => {
  const bands = `band size
  | employees | size  |
  | >= 1_000  | big   |
  | < 100     | small |
  | else      | mid   |
`;
  expect(await shown('risk by size', { more: bands })).toEqual([
    ['big', 'high', 1],
    ['small', 'low', 1],
    ['mid', 'high', 1],
    [null, 'high', 1],
  ]);
  expect(await shown('risk by employees')).toEqual([
    [80, 'low', 1],
    [500, 'high', 1],
    [1_200, 'high', 1],
    [null, 'high', 1],
  ]);
});

test.each([
  [
    'passed by risk as matrix',
    [
      ['high', 0, 0, 0, 3],
      ['low', 1, 1, 1, 1],
    ],
  ],
  [
    'failed by risk as matrix',
    [
      ['high', 1, 1, 1, 3],
      ['low', 0, 0, 0, 1],
    ],
  ],
  [
    'judged by risk as matrix',
    [
      ['high', 1, 1, 1, 3],
      ['low', 1, 1, 1, 1],
    ],
  ],
  ['unknown as matrix', [[0, 0, 0, 4]]],
])('%s: a share for each metric', async (show, rows) => {
  expect(await shown(show)).toEqual(rows);
});

test('two keys make a row for each pair there is', async () => {
  const bands = `band size
  | employees | size  |
  | < 1_000   | small |
  | >= 1_000  | big   |
`;
  expect(await shown('priority by risk, size as heatmap', { more: bands })).toEqual([
    ['high', 'small', 16, 1],
    ['high', 'big', 13.833333333333, 1],
    ['high', null, 13.333333333333, 1],
    ['low', 'small', 3, 1],
  ]);
});

test('members are listed best first, or in the order asked for', async () => {
  const report = await reportOf({
    more: 'show key_accounts\nshow key_accounts by employees top 2 by annual_revenue\n',
  });
  expect(shownBy(report).map(([name]) => name)).toEqual(['Shaw Inc', '恒泰精密', 'Gonzalez Inc', 'Castillo Ltd']);
  expect(shownBy(report, 1).map((row) => row.slice(0, 4))).toEqual([
    ['Shaw Inc', 500, 'high', 0],
    ['恒泰精密', 1_200, 'high', 2.5],
  ]);
  expect(report.shows[1]?.columns.map(({ name, kind }) => [name, kind])).toEqual([
    ['name', 'text'],
    ['employees', 'count'],
    ['risk', 'text'],
    ['contact_density', 'number'],
    ['decision_share', 'percent'],
    ['department_coverage', 'percent'],
    ['priority', 'number'],
  ]);
});

test('truth values and dates are shown as the rulebook writes them', async () => {
  const accounts = `${parts.accounts}  | active         | boolean   |      |
  | since          | date      |      |
`;
  const data = ACCOUNTS.replace('employees', 'employees,active,since')
    .replace('500\n', '500,yes,2024-01-05\n')
    .replace('80\n', '80,no,2023-06-30\n')
    .replace('1200\n', '1200,yes,2023-06-30\n')
    .replace('20000000,\n', '20000000,,,\n');
  const { run: finished } = await run({
    ...files,
    'accounts.csv': data,
    'rules.bench': rules({ accounts, more: 'show risk by active\nshow active by since\n' }),
  });
  expect(shownBy(await finished.report('en'))).toEqual([
    ['yes', 'high', 2],
    ['no', 'low', 1],
    [null, 'high', 1],
  ]);
  expect(shownBy(await finished.report('zh'), 1)).toEqual([
    ['2023-06-30', '是', 1],
    ['2023-06-30', '否', 1],
    ['2024-01-05', '是', 1],
    [null, null, 1],
  ]);
});

test('any number has a distribution', async () => {
  const bins = (await shown('employees as distribution')) as number[][];
  expect(bins.filter(([, , count]) => count !== 0)).toEqual([
    [0, 100, 1],
    [500, 600, 1],
    [1_100, 1_200, 1],
  ]);
});

const shape = async (values: readonly string[], unit = 'number'): Promise<unknown> => {
  const accounts = [
    'account_id,name,industry,annual_revenue,employees,x',
    ...values.map((value, index) => `A${index},n,零售业,1,1,${value}`),
  ].join('\n');
  const report = await reportOf(
    {
      accounts: `${parts.accounts}  | x              | ${unit} |      |\n`,
      metrics: `${parts.metrics}metric y of accounts in ${unit}\n  = x\n`,
    },
    { 'accounts.csv': accounts },
  );
  const distribution = report.metrics.y?.distribution;
  return distribution && { ...distribution, bins: distribution.bins.map(({ low, high, count }) => [low, high, count]) };
};

test('a value on an edge belongs to the bin above it, the largest to the last one', async () => {
  expect(await shape(['0', '0.5', '1', '10'])).toEqual({
    scale: 'linear',
    zero: 1,
    bins: [
      [0, 0.5, 1],
      [0.5, 1, 1],
      [1, 1.5, 1],
      ...Array.from({ length: 16 }, (_, index) => [1.5 + index * 0.5, 2 + index * 0.5, 0]),
      [9.5, 10, 1],
    ],
  });
});

test('a missing value is in no bin', async () => {
  expect(await shape(['1', '', '', '2'])).toMatchObject({ scale: 'linear', zero: 0 });
  const { bins } = (await shape(['1', '', '', '2'])) as { bins: number[][] };
  expect(bins.reduce((sum, [, , count = 0]) => sum + count, 0)).toBe(2);
});

test('nothing but missing values has no bins', async () => {
  expect(await shape(['', ''])).toEqual({ scale: 'linear', zero: 0, bins: [] });
});

test('one value makes one bin', async () => {
  expect(await shape(['7'])).toMatchObject({ scale: 'linear', zero: 0 });
  expect(await shape(['0', '0'])).toEqual({ scale: 'linear', zero: 2, bins: [[0, 1, 2]] });
});

test('negative values are drawn from the lowest one', async () => {
  const { scale, bins } = (await shape(['-10', '-1', '0', '10'])) as { scale: string; bins: number[][] };
  expect(scale).toBe('linear');
  expect([bins[0], bins.at(-1)]).toEqual([
    [-10, -9, 1],
    [9, 10, 1],
  ]);
});

test('a heavy tail is drawn by powers of ten, zero standing apart', async () => {
  const { scale, zero, bins } = (await shape(['0', '0', '1', '10', '1000'])) as {
    scale: string;
    zero: number;
    bins: number[][];
  };
  expect([scale, zero, bins.length]).toEqual(['log', 2, 16]);
  expect([bins[0], bins[5], bins.at(-1)]).toEqual([
    [1, 1.58489319246, 1],
    [10, 15.8489319246, 1],
    [1_000, 1_584.89319246, 1],
  ]);
});

test('shares are drawn over the whole from 0 to 1', async () => {
  const { bins } = (await shape(['0.2', '0.4'], 'percent')) as { bins: number[][] };
  expect([bins[0], bins.at(-1)]).toEqual([
    [0, 0.05, 0],
    [0.95, 1, 0],
  ]);
});

test('groups are broken down by every dimension, entities without a value apart', async () => {
  const { breakdowns } = await reportOf(
    {
      more: `tier service of key_accounts by annual_revenue
  | rank | service |
  | 1..2 | 战略    |
  | else | 潜力    |
`,
    },
    { 'accounts.csv': ACCOUNTS.replace('制造业', ''), 'contacts.csv': CONTACTS },
  );
  expect(breakdowns.map(({ by, groups }) => [by, groups.map(({ value, count }) => [value, count])])).toEqual([
    [
      'industry',
      [
        ['医疗', 1],
        ['科技业', 1],
        ['金融服务业', 1],
        [null, 1],
      ],
    ],
    [
      'service',
      [
        ['战略', 2],
        ['潜力', 2],
      ],
    ],
  ]);
  expect(breakdowns[1]?.groups[1]).toMatchObject({
    levels: { risk: { high: 1, medium: 0, low: 1, unknown: 0 } },
    metrics: { contact_density: { passed: 1, failed: 1, unknown: 0, not_judged: 0 } },
  });
});
