import { namedNumbers, resolvePath } from '@benchbook/dsl';
import type { Model } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { PLAN } from '../check/planning/plan.js';
import { codesOf, onBase, COVERAGE, modelOf, run } from '../support.js';

const coverage = modelOf(COVERAGE);

/** The paths that a path names; the suggestion where it names nothing. */
function named(model: Model, path: string): readonly string[] | string | null {
  const resolution = resolvePath(model, path);
  return resolution.found?.map(({ at }) => at.path) ?? (resolution.found === null ? resolution.suggestion : null);
}

describe('the numbers of a rulebook', () => {
  const numbers = namedNumbers(coverage);
  const numberAt = (path: string) => numbers.find((one) => one.path === path);

  test('each has a path of its own', () => {
    expect(new Set(numbers.map(({ path }) => path)).size).toBe(numbers.length);
    expect(numbers.length).toBe(43);
  });

  test.each([
    ['generic.decision_share', 'threshold', '0.15', '>=', '0', '1', false],
    ['by_size[大型].contact_density', 'threshold', '12', '>=', undefined, undefined, false],
    ['size[小型..中型].employees', 'edge', '200', null, '0', undefined, true],
    ['service[战略..重点].rank', 'edge', '50', null, '0', undefined, true],
    ['priority.risk.weight', 'weight', '0.3', null, '0', '1', false],
    ['priority.times', 'factor', '10', null, undefined, undefined, false],
    ['risk[high].points', 'points', '3', null, undefined, undefined, false],
    ['key_accounts.top', 'top', '0.2', null, '0', '1', false],
    ['decision_share.if_empty', 'answer', '0', null, '0', '1', false],
    ['coverage_goals[passed(decision_share)].attain', 'attain', '0.75', '>=', '0', '1', false],
  ])('%s is a %s', (path, kind, value, operator, low, high, whole) => {
    const found = numberAt(path);
    expect([
      found?.kind,
      found?.value.toFixed(),
      found?.operator,
      found?.bounds.low?.toFixed(),
      found?.bounds.high?.toFixed(),
      found?.whole,
    ]).toEqual([kind, value, operator, low, high, whole]);
  });

  test('an edge that two rows share is written twice and is one number', () => {
    const written = numberAt('size[小型..中型].employees')?.spans.map(({ start, end }) => COVERAGE.slice(start, end));
    expect(written).toEqual(['200', '200']);
    const ranks = numberAt('service[战略..重点].rank')?.spans.map(({ start, end }) => COVERAGE.slice(start, end));
    expect(ranks).toEqual(['50', '51']);
  });

  test('every path names itself', () => {
    for (const { path } of numbers) expect(named(coverage, path)).toEqual([path]);
  });
});

describe('paths', () => {
  const tables = run(
    onBase(`table rates
  | industry   | size  | -> rate |
  | "杭州, 江苏" | small | 10%     |
  | "杭州, 江苏" | large | 20%     |
  | 科技 [A    | large | 30%     |
  | else       | else  | 40%     |`),
  ).model;

  test('a column, a row, and all rows that match', () => {
    expect(named(coverage, 'priority.weight')).toEqual([
      'priority.revenue.weight',
      'priority.risk.weight',
      'priority.gap.weight',
    ]);
    expect(named(coverage, 'by_size[大型]')).toEqual(['by_size[大型].contact_density']);
    expect(named(tables, 'rates[*, large].rate')).toEqual([
      'rates[杭州, 江苏, large].rate',
      'rates["科技 [A", large].rate',
    ]);
  });

  test('quotes where a text holds a comma or a bracket, white space and full-width signs where one likes', () => {
    const path = 'rates[杭州, 江苏, small].rate';
    expect(named(tables, 'rates["杭州, 江苏", small].rate')).toEqual([path]);
    expect(named(tables, 'rates［杭州，江苏，small］.rate')).toEqual([path]);
    expect(named(tables, 'rates["科技 [A", large].rate')).toEqual(['rates["科技 [A", large].rate']);
  });

  test('a score’s term in brackets is the term', () => {
    expect(named(coverage, 'priority[risk].weight')).toEqual(['priority.risk.weight']);
  });

  test('what names nothing, with a suggestion', () => {
    expect(named(coverage, 'priority.rsk.weight')).toBe('priority.risk.weight');
    expect(named(coverage, 'by_industry[零售业].decision_shares')).toBe('by_industry[零售业].decision_share');
    expect(named(coverage, 'nothing.like.it')).toBeNull();
  });
});

describe('the numbers of plans', () => {
  const { model } = run(
    `${PLAN}
action visits "visits"
  on key_accounts
  adds contacts
    | level | department |
    | VP    | IT         |
  cost 500 CNY per account
  cost 10万 CNY in all
  takes 2 days of managers
  chance 60% ~ 40%..80%
  at most 3 in all
`,
  );
  const numbers = namedNumbers(model).filter(({ owner }) => ['managers', 'annual', 'visits', 'plan'].includes(owner));

  test('have paths of their own: clauses, cells, and what an uncertain number may be', () => {
    expect(numbers.map(({ path, value }) => `${path} ${value.toFixed()}`)).toEqual([
      'visits.cost 500',
      'visits[2].cost 100000',
      'visits[managers].takes 2',
      'visits.chance 0.6',
      'visits.at_most 3',
      'managers 25',
      'managers.capacity 20',
      'annual[people].2025 6500000',
      'annual[tools].2025 2500000',
      'plan.over 36',
      'plan.labour.every 1',
      'plan.platform.amount 2500000',
      'plan.platform.at 1',
      'plan.retained.from 4',
      'plan.retained.ramp 6',
      'plan.discount 0.1',
      'managers.low 20',
      'managers.high 30',
      'visits.chance.low 0.4',
      'visits.chance.high 0.8',
    ]);
  });

  test('are found by their paths and nothing else', () => {
    expect(numbers.map(({ path }) => named(model, path))).toEqual(numbers.map(({ path }) => [path]));
    expect(named(model, 'visits.chnce')).toBe('visits.chance');
    expect(named(model, 'annual.2025')).toEqual(['annual[people].2025', 'annual[tools].2025']);
  });

  test('an uncertain number and an end of what it may be are moved by lines of their own', () => {
    const moved = (...lines: readonly string[]): readonly string[] =>
      codesOf(`${PLAN}\nscenario more\n${lines.map((line) => `  ${line}\n`).join('')}`);
    expect(moved('set managers to 28', 'set managers.high to 40')).toEqual([]);
    expect(moved('set managers.low to 35')).toEqual(['B310']);
    expect(moved('set annual[people].2025 to 20%')).toEqual(['B202']);
    expect(moved('set managers to 28', 'set managers to 29')).toEqual(['B506']);
  });
});
