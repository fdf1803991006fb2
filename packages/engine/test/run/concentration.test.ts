import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metricOf, reportOf, shownBy } from '../support/answers.js';

const accounts = (rows: readonly (readonly [industry: string, revenue: number | null])[]): string =>
  [
    'account_id,name,industry,annual_revenue,employees',
    ...rows.map(([industry, revenue], index) => `A${index + 1},N${index + 1},${industry},${revenue ?? ''},10`),
  ].join('\n');

/** 40 + 40 + 10 + 10 million. */
const FOUR = accounts([
  ['医疗', 40],
  ['科技业', 40],
  ['医疗', 10],
  ['零售业', 10],
]);

const plain = { benchmark: '', level: '', score: '', population: 'population key_accounts of accounts\n' };
const figuresOf = async (figures: readonly string[], rows: string): Promise<unknown> => {
  const more = figures.map((figure) => `check ${figure} >= 0 else warn\n`).join('');
  const { checks } = await reportOf({ ...plain, metrics: '', more }, { 'accounts.csv': rows });
  return checks.map(({ found }) => found);
};
const shareOf = async (formula: string, rows: string): Promise<unknown> =>
  metricOf(
    await reportOf(
      { ...plain, metrics: `metric part in percent of accounts\n  = ${formula}\n` },
      { 'accounts.csv': rows },
    ),
    'part',
  );

test('the share of the largest: so many, a percent of them, or of groups', async () => {
  const figures = [
    'top_share(annual_revenue, 1)',
    'top_share(annual_revenue, 3)',
    'top_share(annual_revenue, 26%)',
    'top_share(annual_revenue, 100)',
    'top_share(annual_revenue, 1 by industry)',
    'top_share(annual_revenue, 1 where industry != "医疗")',
  ];
  expect(await figuresOf(figures, FOUR)).toEqual(['40.00%', '90.00%', '80.00%', '100.00%', '50.00%', '80.00%']);
});

test('the sum of squared shares and the Gini coefficient', async () => {
  const figures = [
    'herfindahl(annual_revenue)',
    'herfindahl(annual_revenue by industry)',
    'gini(annual_revenue)',
    'gini(employees)',
  ];
  // 2 × 0.4² + 2 × 0.1²; 0.5² + 0.4² + 0.1²; 2 × (1 × 0.1 + 2 × 0.1 + 3 × 0.4 + 4 × 0.4) / 4 − 5/4.
  expect(await figuresOf(figures, FOUR)).toEqual(['0.34', '0.42', '0.30', '0.00']);
});

test('what is missing holds nothing; below zero, or of nothing, there are no shares', async () => {
  expect(
    await figuresOf(
      ['top_share(annual_revenue, 1)'],
      accounts([
        ['医疗', 30],
        ['医疗', 10],
        ['医疗', null],
      ]),
    ),
  ).toEqual(['75.00%']);
  expect(
    await figuresOf(
      ['gini(annual_revenue)'],
      accounts([
        ['医疗', 30],
        ['医疗', -10],
      ]),
    ),
  ).toEqual(['–']);
  expect(await figuresOf(['herfindahl(annual_revenue)'], accounts([['医疗', 0]]))).toEqual(['–']);
});

test('an account with all that are larger, ties by the key', async () => {
  expect(await shareOf('cumulative_share(annual_revenue)', FOUR)).toEqual({ A1: 0.4, A2: 0.8, A3: 0.9, A4: 1 });
  expect(await shareOf('cumulative_share(annual_revenue within industry)', FOUR)).toEqual({
    A1: 0.8,
    A2: 1,
    A3: 1,
    A4: 1,
  });
  expect(
    await shareOf(
      'cumulative_share(annual_revenue)',
      accounts([
        ['医疗', 30],
        ['', null],
        ['医疗', 10],
      ]),
    ),
  ).toEqual({
    A1: 0.75,
    A2: null,
    A3: 1,
  });
});

test('classes by their share of all: the A, B and C of Pareto', async () => {
  const more = `band class first
  | cumulative_share(annual_revenue) | class |
  | <= 80%                           | A     |
  | <= 95%                           | B     |
  | else                             | C     |
show key_accounts by class
`;
  const report = await reportOf({ ...plain, metrics: '', more }, { 'accounts.csv': FOUR });
  expect(shownBy(report).map(([name, value]) => [name, value])).toEqual([
    ['N1', 'A'],
    ['N2', 'A'],
    ['N3', 'B'],
    ['N4', 'C'],
  ]);
});

test('equal holders: n of them hold n shares, and the index is one over their number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1000 }), async (count, amount) => {
      const rows = accounts(Array.from({ length: count }, () => ['医疗', amount] as const));
      const [herfindahl, gini] = (await figuresOf(
        [`herfindahl(annual_revenue) * ${count}`, 'gini(annual_revenue)'],
        rows,
      )) as string[];
      expect([Number(herfindahl), Number(gini)]).toEqual([1, 0]);
    }),
    { numRuns: 4 },
  );
});
