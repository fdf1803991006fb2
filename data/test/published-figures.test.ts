import { describe, expect, test } from 'vitest';
import { defaultSeed } from '../src/options.js';
import { generated, query } from './generated.js';
import { coverageSweepSql, industrySql, shapeSql, summarySql, topFiveSql } from './published-sql.js';

describe.each([defaultSeed, 1, 404, 20_241_130])('the files of seed %i', (seed) => {
  test('lead to the published summary', async () => {
    expect(await query(summarySql(await generated(seed)))).toEqual([
      {
        accounts: 7_035,
        key_accounts: 1_407,
        high: 1_339,
        medium: 67,
        low: 1,
        density: '186.41',
        share: '1.73%',
        coverage: '14.56%',
        covered: 1_024,
      },
    ]);
  });

  test('lead to the published top five', async () => {
    expect(await query(topFiveSql(await generated(seed)))).toEqual([
      { name: 'Shaw Inc', industry: '金融服务业', priority: '16.00', risk: 'high', contacts: 0 },
      { name: 'Gonzalez Inc', industry: '科技业', priority: '15.99', risk: 'high', contacts: 0 },
      { name: 'George, Davis and Hill', industry: '金融服务业', priority: '15.99', risk: 'high', contacts: 0 },
      { name: 'Castillo Ltd', industry: '医疗', priority: '15.98', risk: 'high', contacts: 0 },
      { name: 'Lewis, Clark and Drake', industry: '制药业', priority: '15.97', risk: 'high', contacts: 0 },
    ]);
  });

  test('move dozens of accounts under the industry benchmark', async () => {
    const [census] = await query(industrySql(await generated(seed)));
    expect(census!.high).toBeGreaterThanOrEqual(1_350);
    expect(census!.high).toBeLessThanOrEqual(1_385);
    expect(census!.low).toBe(0);
  });
});

describe('the files of the default seed', () => {
  test('answer to a moving coverage threshold', async () => {
    expect(await query(coverageSweepSql(await generated(defaultSeed)))).toEqual([
      { percent: '20', high: 691 },
      { percent: '40', high: 1_121 },
      { percent: '60', high: 1_339 },
      { percent: '80', high: 1_361 },
    ]);
  });

  test('fill every size band, and leave nearly half of the key accounts without contacts', async () => {
    expect(await query(shapeSql(await generated(defaultSeed)))).toEqual([
      { small: 369, middle: 760, large: 256, without_contacts: 632, smallest: 343_673, largest: 94_928_829.59 },
    ]);
  });
});
