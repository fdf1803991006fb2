import { describe, expect, test } from 'vitest';
import { beta } from '../../../src/projection/random/distribution/beta.js';
import { betaInverse } from '../../../src/projection/random/distribution/beta-inverse.js';
import { betaOf, logChanceBelow } from '../../../src/projection/random/distribution/incomplete-beta.js';
import { standardNormal } from '../../../src/projection/random/distribution/standard-normal.js';
import { exp } from '../../../src/projection/random/numbers/exp.js';
import { logBeta } from '../../../src/projection/random/numbers/log-gamma.js';
import { log } from '../../../src/projection/random/numbers/log.js';
import { integral } from './support.js';

/** Units in the last place between two doubles of one sign. */
function unitsApart(a: number, b: number): number {
  const bits = new BigInt64Array(new Float64Array([Math.abs(a), Math.abs(b)]).buffer);
  return Math.abs(Number(bits[0]! - bits[1]!));
}

// All expectations were worked out in 40 digits by mpmath 1.4.

describe('log and exp without the engine', () => {
  test.each([
    [1e-300, -690.7755278982137],
    [0.1, -2.3025850929940455],
    [0.9999999, -1.0000000494736474e-7],
    [1.0000001, 9.999999505838704e-8],
    [2, 0.6931471805599453],
    [10, 2.302585092994046],
    [12345.678, 9.421061321291832],
    [1e300, 690.7755278982137],
  ])('log(%d) within one unit in the last place', (x, wanted) => {
    expect(unitsApart(log(x), wanted)).toBeLessThanOrEqual(1);
  });

  test.each([
    [-745, 5e-324],
    [-700.5, 5.980196118639791e-305],
    [-1.5, 0.22313016014842982],
    [-1e-9, 0.999999999],
    [0.5, 1.6487212707001282],
    [1, 2.718281828459045],
    [20.25, 622964442.1984454],
    [709.5, 1.3549863193146328e308],
  ])('exp(%d) within one unit in the last place', (x, wanted) => {
    expect(unitsApart(exp(x), wanted)).toBeLessThanOrEqual(1);
  });

  test('at the ends of what a double holds', () => {
    expect([log(0), log(1), log(-1), log(Infinity), log(NaN)]).toEqual([-Infinity, 0, NaN, Infinity, NaN]);
    expect([exp(0), exp(-800), exp(800), exp(NaN)]).toEqual([1, 0, Infinity, NaN]);
    expect(unitsApart(log(5e-324), -744.4400719213812)).toBeLessThanOrEqual(1);
  });

  test('undo each other', () => {
    for (let x = -30; x <= 30; x += 0.37) expect(log(exp(x))).toBeCloseTo(x, 13);
  });
});

test.each([
  [0.01, 0.02, 5.010313350697985],
  [1, 1, 0],
  [2.5, 7, -4.825399338314249],
  [9, 9, -12.295867644646389],
  [3, 2000, -22.111059573441036],
  [5000, 7000, -8153.389330083462],
  [1e6, 0.5, -6.335390211057437],
])('ln B(%d, %d)', (a, b, wanted) => {
  expect(Math.abs(logBeta(a, b) - wanted)).toBeLessThan(2e-15 * Math.max(10, Math.abs(wanted)));
});

describe('the normal by its chances', () => {
  test.each([
    [1e-12, -7.034483825301132],
    [1e-6, -4.753424308822899],
    [0.001, -3.0902323061678136],
    [0.05, -1.6448536269514726],
    [0.3, -0.5244005127080408],
    [0.5, 0],
    [0.7, 0.5244005127080407],
    [0.975, 1.9599639845400538],
    [0.999, 3.090232306167813],
  ])('%d', (chance, wanted) => {
    expect(Math.abs(standardNormal(chance) - wanted)).toBeLessThanOrEqual(8e-16 * Math.max(1, Math.abs(wanted)));
  });

  test('the density up to its values comes to the chance again', () => {
    const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    for (const chance of [1e-9, 0.02, 0.074, 0.076, 0.5, 0.9, 0.99999])
      expect(integral(density, -9, standardNormal(chance))).toBeCloseTo(chance, 11);
  });
});

describe('the beta by its chances', () => {
  const CHANCES = [1e-6, 0.001, 0.05, 0.3, 0.7, 0.975, 0.999];
  test.each([
    [
      2,
      4,
      [
        0.00031632782139372423, 0.010101787883737752, 0.07644039141232889, 0.2180269157632247, 0.4220082074086322,
        0.7164179361180895, 0.8779861703885216,
      ],
    ],
    [
      0.5,
      0.5,
      [
        2.46740110027031e-12, 2.467399070916944e-6, 0.006155829702431137, 0.20610737385376343, 0.7938926261462365,
        0.998458666866564, 0.999997532600929,
      ],
    ],
    [
      2.5,
      7,
      [
        0.0008347181094954909, 0.013521087789049821, 0.07152999268253016, 0.17680146270511068, 0.3256047896176497,
        0.566793021186803, 0.738849999220434,
      ],
    ],
    [
      80,
      120,
      [
        0.24662458990742842, 0.29690506892475493, 0.34371794879728457, 0.38157886539760144, 0.41793761583916256,
        0.4685964451381751, 0.5087427713637441,
      ],
    ],
    [
      1.5,
      4.5,
      [
        2.5512223806508545e-5, 0.002560295666917047, 0.03644726804538884, 0.1395529407022446, 0.32112717282609815,
        0.6286264006319943, 0.8225041454990092,
      ],
    ],
  ])('shapes %d and %d, by the table and by exact inversion', (a, b, wanted) => {
    const column = Float64Array.from(CHANCES);
    beta(a, b)(column);
    column.forEach((found, index) => {
      expect(Math.abs(found - wanted[index]!)).toBeLessThan(1e-10 * wanted[index]!);
    });
    const exact = CHANCES.slice(0, 4).map((chance) => betaInverse(betaOf(a, b), chance));
    exact.forEach((found, index) => {
      expect(Math.abs(found - wanted[index]!)).toBeLessThan(2e-14 * wanted[index]!);
    });
  });

  test('the chance of each value is right to 1 part in 10^10 for shapes of all sizes', () => {
    for (const a of [0.05, 0.5, 1, 1.8, 5, 60, 3000])
      for (const b of [0.7, 1, 3.3, 5, 900]) {
        const chances = Float64Array.from({ length: 500 }, (_, index) => (index + 0.5) / 1000);
        const values = chances.slice();
        beta(a, b)(values);
        values.forEach((value, index) => {
          const chance = exp(logChanceBelow(betaOf(a, b), value));
          if (value > 0 && value < 1 - 1e-6) expect(Math.abs(chance / chances[index]! - 1)).toBeLessThan(1e-10);
        });
      }
  });

  test('the density up to its values comes to the chance again', () => {
    const column = Float64Array.of(0.01, 0.2, 0.5, 0.8, 0.97);
    const values = column.slice();
    beta(3, 2.5)(values);
    const density = (x: number) => x ** 2 * (1 - x) ** 1.5 * Math.exp(-logBeta(3, 2.5));
    values.forEach((value, index) => {
      expect(integral(density, 0, value)).toBeCloseTo(column[index]!, 9);
    });
  });

  test('shapes that pile up at an end give that end', () => {
    const column = Float64Array.of(1e-10, 0.2, 0.9, 1 - 1e-10);
    beta(0.01, 0.01)(column);
    expect([...column]).toEqual([0, expect.closeTo(0, 9), 1, 1]);
  });
});
