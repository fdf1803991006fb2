import { describe, expect, test } from 'vitest';
import { evenFlows, type Flows } from '../../../src/projection/finance/flows.js';
import { internalRate, modifiedRate } from '../../../src/projection/finance/rates.js';
import { breakEvenTime, discountedFlows, paybackTime, peakFunding } from '../../../src/projection/finance/recovery.js';
import { presentWorth } from '../../../src/projection/finance/worth.js';

const yearly = (...amounts: readonly number[]): Flows => evenFlows(Float64Array.from(amounts), 1);

/** Flows on days, a year having 365 of them. */
function dated(...flows: readonly (readonly [string, number])[]): Flows {
  const [[first = ''] = []] = flows;
  const times = Float64Array.from(flows, ([day]) => (Date.parse(day) - Date.parse(first)) / 86_400_000 / 365);
  return { amounts: Float64Array.from(flows, ([, amount]) => amount), times, step: null };
}

/** The values that the documentation of a widespread spreadsheet prints for its own functions. */
describe('as spreadsheets have it', () => {
  test('NPV: the first amount falls due after a year', () => {
    expect(presentWorth(yearly(0, -10_000, 3_000, 4_200, 6_800), 0.1)).toBeCloseTo(1_188.44, 2);
    expect(presentWorth(yearly(-40_000, 8_000, 9_200, 10_000, 12_000, 14_500), 0.08)).toBeCloseTo(1_922.06, 2);
  });

  test('IRR', () => {
    expect(internalRate(yearly(-70_000, 12_000, 15_000, 18_000, 21_000))).toBeCloseTo(-0.021244848273, 11);
    expect(internalRate(yearly(-70_000, 12_000, 15_000, 18_000, 21_000, 26_000))).toBeCloseTo(0.086630948037, 11);
    expect(internalRate(yearly(-70_000, 12_000, 15_000))).toBeCloseTo(-0.443506941335, 11);
  });

  test('MIRR', () => {
    const flows = yearly(-120_000, 39_000, 30_000, 21_000, 37_000, 46_000);
    expect(modifiedRate(flows, 0.1, 0.12)).toBeCloseTo(0.126094130366, 11);
    expect(modifiedRate(flows, 0.1, 0.14)).toBeCloseTo(0.134759111, 8);
    expect(modifiedRate(yearly(-120_000, 39_000, 30_000, 21_000), 0.1, 0.12)).toBeCloseTo(-0.048044655, 8);
  });

  test('XNPV and XIRR', () => {
    const flows = dated(
      ['2008-01-01', -10_000],
      ['2008-03-01', 2_750],
      ['2008-10-30', 4_250],
      ['2009-02-15', 3_250],
      ['2009-04-01', 2_750],
    );
    expect(presentWorth(flows, 0.09)).toBeCloseTo(2_086.647602, 6);
    expect(internalRate(flows)).toBeCloseTo(0.373362535, 8);
  });
});

describe('money that comes back, or does not', () => {
  const project = yearly(-200, 250, 250);

  test('within a year, evenly; or at its end', () => {
    expect(paybackTime(project, true)).toBe(0.8);
    expect(paybackTime(project, false)).toBe(1);
    // 227.27 a year later, 206.61 after two: of the 200, 0.88 of a year.
    expect(paybackTime(discountedFlows(project, 0.1), true)).toBeCloseTo(0.88, 12);
  });

  test('what is never paid back, and what costs nothing', () => {
    expect(paybackTime(yearly(-200, 50, 50), true)).toEqual({ why: 'never paid back', several: [] });
    expect(paybackTime(yearly(0, 50, 50), true)).toEqual({ why: 'no cost', several: [] });
  });

  test('paid back to the cent, however the doubles fall', () => {
    expect(paybackTime(yearly(-0.3, 0.1, 0.1, 0.1), false)).toBe(3);
  });

  test('money that comes first and has to be laid out later is paid back after it was', () => {
    expect(paybackTime(yearly(100, -300, 100, 100), true)).toBe(3);
  });

  test('how much has to be found at most, and from when a year pays for itself', () => {
    const flows = yearly(-200, -50, 20, 100, 300);
    expect(peakFunding(flows)).toBe(250);
    expect(breakEvenTime(flows)).toBe(2);
    expect(peakFunding(yearly(10, 20))).toBe(0);
    expect(breakEvenTime(yearly(-10, -20, 0, 0))).toEqual({ why: 'never breaks even', several: [] });
    expect(breakEvenTime(yearly(10, 20))).toEqual({ why: 'no cost', several: [] });
  });
});

describe('rates at the edges', () => {
  test.each([
    ['nothing flows', [0, 0, 0], 'no flows', []],
    ['money goes one way', [-100, -50], 'no sign change', []],
    ['money comes only', [100, 50], 'no sign change', []],
    ['both ways, and no rate', [-100, 150, -100], 'no real rate', []],
    ['10% and 20%', [-1_000, 2_300, -1_320], 'several rates', [0.1, 0.2]],
  ])('%s', (_, amounts, why, several) => {
    const found = internalRate(yearly(...amounts));
    expect(found).toMatchObject({ why });
    expect(typeof found === 'object' ? found.several.map((rate) => Number(rate.toFixed(9))) : found).toEqual(several);
  });

  test('a curve that only touches nothing does so at one rate', () => {
    expect(internalRate(yearly(-100, 220, -121))).toBeCloseTo(0.1, 6);
  });

  test('nearly all is lost, or the return is a thousandfold', () => {
    expect(internalRate(yearly(-100, 0.001))).toBeCloseTo(-0.99999, 12);
    expect(internalRate(yearly(-1, 1_001))).toBeCloseTo(1_000, 8);
  });

  test('zeros before, between and behind change nothing', () => {
    expect(internalRate(yearly(-100, 0, 121, 0, 0))).toBeCloseTo(0.1, 12);
  });

  test('an amount of a hundred years of months', () => {
    const amounts = new Float64Array(1_201).fill(1);
    amounts[0] = -100;
    // 1% a month for ever, less what is missing at the end of a hundred years.
    expect(internalRate(evenFlows(amounts, 1 / 12))).toBeCloseTo(1.01 ** 12 - 1, 4);
  });
});
