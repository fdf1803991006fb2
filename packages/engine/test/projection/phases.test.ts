import { check, parse, type Model, type Phase } from '@benchbook/dsl';
import { expect, test } from 'vitest';
import { phaseMonths, standings } from '../../src/projection/time/phases.js';

function phases(text: string): readonly Phase[] {
  const { model, diagnostics } = check(parse('plan.bench', `rulebook plan\n${text}\n`)) as {
    model: Model | null;
    diagnostics: readonly { severity: string; code: string }[];
  };
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model?.planning.phases ?? [];
}

const months = (found: readonly Phase[], from: string | null = null) =>
  phaseMonths(found, {
    horizon: { months: 12, each: 1, periods: 12, from },
    number: (quantity) => quantity.value.toNumber(),
  });

test('a phase begins when all it comes after have ended', () => {
  const found = phases(`
phase matching months 1..3
phase lists lasts 2 months
phase building lasts 2 months
  after matching, lists
phase rest lasts 7 months
  after building`);
  expect(Object.fromEntries(months(found))).toEqual({
    matching: { first: 1, last: 3 },
    lists: { first: 1, last: 2 },
    building: { first: 4, last: 5 },
    rest: { first: 6, last: 12 },
  });
});

test('the critical path may not be late; what waits for nobody may', () => {
  const found = phases(`
phase matching months 1..3
phase lists lasts 1 month
phase building lasts 2 months
  after matching, lists
phase survey lasts 1 month`);
  expect(standings(found, months(found)).map(({ name, slack }) => [name, slack])).toEqual([
    ['matching', 0],
    ['lists', 2],
    ['building', 0],
    ['survey', 4],
  ]);
});

test('a phase between dates lies in their months, and has no time in a plan without dates', () => {
  const found = phases('phase autumn starts 2025-09-15 ends 2025-11-30');
  expect(months(found, '2025-01-01').get('autumn')).toEqual({ first: 9, last: 11 });
  expect(months(found).get('autumn')).toBeUndefined();
});

test('parts of a month take the month: ten days one, five weeks two', () => {
  const found = phases('phase short lasts 10 days\nphase long lasts 5 weeks');
  expect([...months(found).values()]).toEqual([
    { first: 1, last: 1 },
    { first: 1, last: 2 },
  ]);
});
