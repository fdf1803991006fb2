import { describe, expect, test } from 'vitest';
import { message } from '@benchbook/dsl';
import { diagnosticsOf } from '../../support.js';
import { codes, onPlan, planned } from './plan.js';

describe('simulate', () => {
  test('asks for percentiles, chances and fans of a model', () => {
    expect(
      planned(
        'simulate plan 10_000 times seed 7 sampling latin_hypercube\n  report p5(npv), mean(retained), sd(npv), chance(npv > 0), npv',
      ).simulations,
    ).toMatchObject([
      {
        model: 'plan',
        trials: 10_000,
        seed: 7,
        sampling: 'latin_hypercube',
        report: [
          { kind: 'percentile', percent: 5, of: { figure: 'npv' } },
          { kind: 'mean', of: { figure: 'retained' } },
          { kind: 'sd' },
          { kind: 'chance', of: { operator: '>' } },
          { kind: 'fan', text: 'npv' },
        ],
      },
    ]);
  });

  test.each([
    ['simulate plan 10_000 times\n  report p5(npv)', []],
    ['simulate pln 10_000 times\n  report p5(npv)', ['B101']],
    ['simulate plan 0 times\n  report p5(npv)', ['B210']],
    ['simulate plan 1e9 times\n  report p5(npv)', ['B210']],
    ['simulate plan 10 times seed -1\n  report p5(npv)', ['B210']],
    ['simulate plan 10 times sampling halton\n  report p5(npv)', ['B211']],
    ['simulate plan 10 times\n  report p5(nvp)', ['B610']],
    ['simulate plan 10 times\n  report chances(npv > 0)', ['B113']],
    ['simulate plan 10 times\n  report chance(npv)', ['B411']],
    ['simulate plan 10 times', ['B013']],
    ['simulate plan\n  report p5(npv)', ['B013']],
  ])('%s gives %j', (text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });
});

describe('require', () => {
  test('compares figures of plans and of data', () => {
    const [first, second] = planned(
      'require count(key_accounts) / managers <= 20\nrequire labour_budget <= 700万 CNY per year with chance >= 90%',
    ).requirements;
    expect(first).toMatchObject({ condition: { text: 'count(key_accounts) / managers <= 20' }, chance: null });
    expect(second?.chance?.chance.value.toString()).toBe('0.9');
  });

  test.each([
    ['require used(managers) <= 30', []],
    ['require plan.npv > 0', []],
    ['require plan.npv > 5', ['B204']],
    ['require plan.payback <= 18 months', []],
    ['require used(manager) <= 30', ['B101']],
    ['require plan.nvp > 0', ['B610']],
    ['require plan > 0', ['B611']],
    ['require plan.npv', ['B411']],
    ['require annual.people <= 700万 CNY', []],
    ['require labour_budget <= 700万 CNY', ['B202']],
    ['require share(risk = high) <= 60% with chance >= 90%', ['B628']],
    ['require managers <= 30 with chance >= 190%', ['B210']],
    ['require managers <= 30 with chance <= 90%', ['B210']],
  ])('%s gives %j', (text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });
});

describe('optimise', () => {
  test('chooses actions within a budget and other limits', () => {
    expect(
      planned(
        'optimise plan\n  maximise retained\n  over executive_sponsor\n  budget 1_000万 CNY\n  require used(managers) <= 30\n  require share(risk = high) <= 50%',
      ).optimisations,
    ).toMatchObject([
      {
        model: 'plan',
        direction: 'maximise',
        objective: { figure: 'retained' },
        actions: ['executive_sponsor'],
        budget: { kind: 'money', amount: { path: 'plan.optimise.budget' } },
        require: [{ condition: { text: 'used(managers) <= 30' } }, {}],
      },
    ]);
  });

  test.each([
    ['maximise npv\n  over executive_sponsor\n  budget annual', []],
    ['minimise used(managers)\n  over executive_sponsor', []],
    ['minimise share(risk = high)\n  over executive_sponsor', []],
    ['minimise cost\n  over executive_sponsor', []],
    ['maximise platform\n  over executive_sponsor', ['B626']],
    ['maximise sum(annual_revenue)\n  over executive_sponsor', ['B626']],
    ['maximise labour_budget\n  over executive_sponsor', ['B626']],
    ['maximise retained\n  over sponsors', ['B101']],
    ['maximise retained\n  over executive_sponsor\n  budget 0 CNY', ['B629']],
    ['maximise retained\n  over executive_sponsor\n  budget 1_000万', ['B204']],
    ['maximise retained', ['B013']],
    ['over executive_sponsor', ['B013']],
  ])('%s gives %j', (clauses, wanted) => {
    expect(codes(`optimise plan\n  ${clauses}`)).toEqual(wanted);
  });
});

describe('correlate', () => {
  const three = 'param a = 5 ~ 1..9\nparam b = 5 ~ 1..9\nparam c = 5 ~ 1..9\n';

  test('pairs, or a matrix of which half is enough', () => {
    const pairs = planned('correlate labour_budget with managers 0.6').correlations;
    const matrix = planned(
      'correlate\n  | correlation | labour_budget | managers |\n  | labour_budget | 1 | - |\n  | managers | 0.6 | 1 |',
    ).correlations;
    expect(pairs.map(({ first, second, correlation }) => [first, second, correlation.value.toString()])).toEqual([
      ['labour_budget', 'managers', '0.6'],
    ]);
    expect(matrix.map(({ first, second }) => [first, second])).toEqual([['managers', 'labour_budget']]);
  });

  test.each([
    ['correlate a with b 1.6', ['B210']],
    ['correlate a with a 0.6', ['B210']],
    ['correlate a with bb 0.6', ['B622']],
    ['correlate a with risk 0.6', ['B622']],
    ['correlate a with b 0.6\ncorrelate b with a 0.5', ['B623']],
    ['correlate\n  | r | a | b |\n  | a | 1 | 0.5 |\n  | b | 0.6 | 1 |', ['B623']],
    ['correlate\n  | r | a | b |\n  | a | 2 | 0.6 |\n  | b | 0.6 | 1 |', ['B210']],
    ['correlate\n  | r | a | b |\n  | a | 0.9 | 0.6 |\n  | b | 0.6 | 1 |', ['B210']],
    ['correlate\n  | r | a | b |\n  | b | 1 | 0.6 |\n  | a | 0.6 | 1 |', ['B306']],
    ['correlate\n  | r | a | b |\n  | a | 1 | - |\n  | b | - | 1 |', ['B302']],
    ['correlate a with b 0.9\ncorrelate b with c 0.9\ncorrelate a with c -0.9', ['B624']],
    ['correlate a with b 0.9\ncorrelate b with c 0.9\ncorrelate a with c 0.62', []],
    ['correlate a with b 1\ncorrelate b with c 1\ncorrelate a with c 1', []],
  ])('%s gives %j', (text, wanted) => {
    expect(codes(three + text)).toEqual(wanted);
  });

  test('names the numbers that clash, with the arithmetic', () => {
    const [found] = diagnosticsOf(
      onPlan(`${three}correlate a with b 0.9\ncorrelate b with c 0.9\ncorrelate a with c -0.9`),
    );
    expect(found && message(found, 'en')).toEqual({
      text: 'The correlations of `a`, `b`, `c` cannot all hold.',
      hint: 'With 0.9 between `a` and `b` and -0.9 between `a` and `c`, `b` and `c` can have -1 to -0.62, but 0.9 is said.',
    });
  });
});
