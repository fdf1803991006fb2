import { expect, test } from 'vitest';
import { check } from '../src/calibration/check.js';
import { holds, printed } from '../src/calibration/interval.js';
import { coverageAccounts } from '../src/coverage.js';

test('one contact less, and the check refuses', () => {
  const accounts = coverageAccounts(1);
  const known = accounts.find(({ contacts, revenue }) => contacts.length === 1 && revenue > 100_000_000)!;
  known.contacts = [];
  expect(() => check(accounts)).toThrow(/^meanDensity came out as 186\.\d+ instead of 186\.4055 to 186\.4145; /);
});

test('a top five in another order is refused', () => {
  const accounts = coverageAccounts(1);
  const shaw = accounts.find(({ name }) => name === 'Shaw Inc')!;
  const gonzalez = accounts.find(({ name }) => name === 'Gonzalez Inc')!;
  [shaw.name, gonzalez.name] = [gonzalez.name, shaw.name];
  expect(() => check(accounts)).toThrow(/^The top five came out as Gonzalez Inc · 金融服务业 · 16\.00/);
});

test('a printed figure keeps off the edge of its rounding', () => {
  expect(holds(printed(186.41, 2), 186.414)).toBe(true);
  expect(holds(printed(186.41, 2), 186.4149)).toBe(false);
});
