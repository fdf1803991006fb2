import { expect, test } from 'vitest';
import { explanationOf } from '../support/answers.js';

/** A2 has four contacts, A3 one, A1 none. */
const shortfalls = async (threshold: string, scale: string): Promise<readonly (number | null | undefined)[]> =>
  Promise.all(
    ['A1', 'A2', 'A3'].map(async (key) => {
      const { metrics } = await explanationOf(key, {
        metrics: `metric people in contacts\n  = count(contacts)\n${scale}`,
        benchmark: `benchmark few\n  | people |\n  | ${threshold} |\napply few to key_accounts\n`,
        score: '',
      });
      return metrics[0]?.shortfall;
    }),
  );

test('a shortfall is a part of the threshold; of 0 there is none', async () => {
  expect(await shortfalls('>= 2', '')).toEqual([1, 0, 0.5]);
  expect(await shortfalls('<= 0', '')).toEqual([0, null, null]);
});

test('a scale says how far off is wholly short, whatever the threshold', async () => {
  expect(await shortfalls('<= 0', '  shortfall scale 5\n')).toEqual([0, 0.8, 0.2]);
  expect(await shortfalls('<= 0', '  shortfall scale 2\n')).toEqual([0, 1, 0.5]);
  expect(await shortfalls('>= 2', '  shortfall scale 10\n')).toEqual([0.2, 0, 0.1]);
});
