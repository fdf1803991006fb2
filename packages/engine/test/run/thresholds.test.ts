import { expect, test } from 'vitest';
import { explanationOf, reportOf, scoreOf, statesOf } from '../support/answers.js';

/** Densities: A1 0, A2 40, A3 2.5, A4 0. */
const judged = async (rows: string, key: string): Promise<unknown> => {
  const benchmark = `benchmark asked
  | industry | contact_density |
${rows}apply asked to key_accounts
`;
  const density = (await explanationOf(key, { benchmark })).metrics.find(({ name }) => name === 'contact_density');
  return [density?.state, density?.threshold?.text, density?.shortfall];
};

test.each([
  ['>= 2.5', 'A3', ['passed', '≥ 2.5', 0]],
  ['> 2.5', 'A3', ['failed', '> 2.5', 0]],
  ['<= 2.5', 'A3', ['passed', '≤ 2.5', 0]],
  ['< 2.5', 'A3', ['failed', '< 2.5', 0]],
  ['>= 5', 'A3', ['failed', '≥ 5', 0.5]],
  ['<= 32', 'A2', ['failed', '≤ 32', 0.25]],
  ['<= 10', 'A2', ['failed', '≤ 10', 1]],
  ['1..10', 'A1', ['failed', '1 – 10', 1]],
  ['1..10', 'A3', ['passed', '1 – 10', 0]],
  ['5..10', 'A3', ['failed', '5 – 10', 0.5]],
  ['1..<40', 'A2', ['failed', '1 – < 40', 0]],
  ['1..32', 'A2', ['failed', '1 – 32', 0.25]],
])('%s asked of %s', async (threshold, key, expected) => {
  expect(await judged(`  | - | ${threshold} |\n`, key)).toEqual(expected);
});

test('rows of one benchmark may ask in different directions', async () => {
  const rows = `  | 医疗     | <= 10 |
  | 制造业   | > 2   |
  | 科技业   | < 0.5 |
  | else     | 1..10 |
`;
  expect(await judged(rows, 'A1')).toEqual(['failed', '1 – 10', 1]);
  expect(await judged(rows, 'A2')).toEqual(['failed', '≤ 10', 1]);
  expect(await judged(rows, 'A3')).toEqual(['passed', '> 2', 0]);
  expect(await judged(rows, 'A4')).toEqual(['passed', '< 0.5', 0]);
});

test('how far from a threshold of zero cannot be told, so the score is unknown and ranked last', async () => {
  const report = await reportOf({
    benchmark: `benchmark asked
  | contact_density |
  | > 0             |
apply asked to key_accounts
`,
  });
  expect(statesOf(report, 'contact_density')).toEqual([2, 2, 0, 0]);
  expect(scoreOf(report)).toEqual({ A1: '–', A2: '3.00', A3: '5.67', A4: '–' });
  expect(report.ranking.map(({ key }) => key)).toEqual(['A3', 'A2', 'A1', 'A4']);
});

test('the first benchmark that asks decides alone, whichever side it asks', async () => {
  const benchmark = `benchmark narrow
  | industry | contact_density |
  | 医疗     | 1..10           |
  | else     | -               |
benchmark wide
  | contact_density |
  | 2..50           |
apply first(narrow, wide) to key_accounts
`;
  const densityOf = async (key: string): Promise<unknown> => {
    const density = (await explanationOf(key, { benchmark })).metrics[0];
    return [density?.state, density?.threshold?.text, density?.shortfall];
  };
  expect(await densityOf('A2')).toEqual(['failed', '1 – 10', 1]);
  expect(await densityOf('A3')).toEqual(['passed', '2 – 50', 0]);
});

test('the strictest of two ranges is where they overlap', async () => {
  const benchmark = `benchmark one
  | contact_density |
  | 1..32           |
benchmark other
  | contact_density |
  | 5..50           |
apply strictest(one, other) to key_accounts
`;
  const densityOf = async (key: string): Promise<unknown> => {
    const density = (await explanationOf(key, { benchmark })).metrics[0];
    return [density?.state, density?.threshold?.text, density?.shortfall, density?.rules.map(({ text }) => text)];
  };
  expect(await densityOf('A2')).toEqual(['failed', '1 – 32', 0.25, ['| 1..32           |', '| 5..50           |']]);
  expect(await densityOf('A3')).toEqual(['failed', '5 – 50', 0.5, ['| 5..50           |', '| 1..32           |']]);
});
