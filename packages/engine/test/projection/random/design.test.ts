import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillChances, type Sampling } from '../../../src/projection/random/design/chances.js';
import { SOBOL_DIMENSIONS } from '../../../src/projection/random/design/sobol.js';
import { successes, sharesOfLuck } from '../../../src/projection/random/luck.js';
import { drawn, nothingKnown, uncertain } from './support.js';

function chances(sampling: Sampling, trials: number, path = 'x', place = 0): Float64Array {
  const into = new Float64Array(trials);
  fillChances(sampling, 7, path, place, into);
  return into;
}

const counts = (of: Float64Array, cells: number): number[] => {
  const found = new Array<number>(cells).fill(0);
  for (const chance of of) found[Math.floor(chance * cells)] = (found[Math.floor(chance * cells)] ?? 0) + 1;
  return found;
};

describe('Latin hypercube', () => {
  test('each of as many steps as there are trials has one', () => {
    expect(counts(chances('latin_hypercube', 1_000), 1_000)).toEqual(new Array(1_000).fill(1));
  });

  test('numbers stand in orders of their own', () => {
    expect(chances('latin_hypercube', 50, 'x')).not.toEqual(chances('latin_hypercube', 50, 'y'));
  });
});

describe('Sobol', () => {
  test('the first 2^m points have one in each of 2^m steps, in every dimension', () => {
    for (let place = 0; place < SOBOL_DIMENSIONS; place += 1)
      expect(counts(chances('sobol', 256, `x${String(place)}`, place), 256)).toEqual(new Array(256).fill(1));
  });

  test('of two dimensions each cell of a grid has as many: the first ones of all pairs, 4 × 4 from 256 points', () => {
    for (let one = 0; one < 8; one += 1)
      for (let other = one + 1; other < 8; other += 1) {
        const [left, right] = [chances('sobol', 1_024, 'a', one), chances('sobol', 1_024, 'b', other)];
        const cells = counts(
          left.map((chance, trial) => (Math.floor(chance * 4) * 4 + Math.floor((right[trial] ?? 0) * 4) + 0.5) / 16),
          16,
        );
        expect(cells, `${String(one)} and ${String(other)}`).toEqual(new Array(16).fill(64));
      }
  });

  test('more numbers than it has dimensions are drawn as a Latin hypercube', () => {
    expect(chances('sobol', 100, 'x', SOBOL_DIMENSIONS)).toEqual(chances('latin_hypercube', 100, 'x'));
  });
});

describe('evenly spread points come nearer to what they are of', () => {
  test('the mean of the square of a uniform is a third', () => {
    const off = (sampling: Sampling): number =>
      Math.abs(chances(sampling, 4_096).reduce((sum, chance) => sum + chance ** 2, 0) / 4_096 - 1 / 3);
    expect(off('sobol')).toBeLessThan(1e-3);
    expect(off('latin_hypercube')).toBeLessThan(1e-5);
  });
});

test('another number moves nobody, in any kind of draw but the places behind it in a Sobol sequence', () => {
  const [two, three] = [
    uncertain('param a = 1 ~ 0..2', 'param b = 5 ~ normal(mean: 5, sd: 1)'),
    uncertain('param a = 1 ~ 0..2', 'param b = 5 ~ normal(mean: 5, sd: 1)', 'param c = 5 ~ 0..9'),
  ];
  for (const sampling of ['random', 'latin_hypercube', 'sobol'] as const) {
    const design = { trials: 100, seed: 3, sampling };
    const [before, after] = [drawn(two, design, nothingKnown), drawn(three, design, nothingKnown)];
    for (const path of ['a', 'b']) expect(after.columns.get(path)).toEqual(before.columns.get(path));
  }
});

describe('luck', () => {
  test('is binomial: mean n·p and variance n·p·(1 − p)', () => {
    for (const [tries, chance] of [
      [50, 0.6],
      [7, 0.05],
      [1_000, 0.3],
    ] as const) {
      const trials = 100_000;
      const found = sharesOfLuck(1, 'action', 0, trials, tries, chance).map((share) => share * tries);
      const mean = found.reduce((sum, one) => sum + one, 0) / trials;
      const variance = found.reduce((sum, one) => sum + (one - mean) ** 2, 0) / trials;
      const wanted = tries * chance * (1 - chance);
      expect(Math.abs(mean - tries * chance)).toBeLessThan(4 * Math.sqrt(wanted / trials));
      expect(Math.abs(variance / wanted - 1)).toBeLessThan(0.03);
    }
  });

  test('never goes beyond its tries, and rises with its chance', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 5_000 }), (chance, each, tries) => {
        const found = successes(chance, tries, each);
        expect(Number.isInteger(found) && found >= 0 && found <= tries).toBe(true);
        expect(successes(Math.min(0.9999, chance + 0.1), tries, each)).toBeGreaterThanOrEqual(found);
      }),
    );
  });

  test('of the later trials is the same, whatever the block they are worked out in', () => {
    const all = sharesOfLuck(9, 'x', 0, 100, 20, 0.4);
    expect(sharesOfLuck(9, 'x', 40, 60, 20, 0.4)).toEqual(all.slice(40));
  });
});
