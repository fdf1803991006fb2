import { readOverrides, type Model } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { applyOverrides, applyScenario, type Report, type Run } from '../../src/index.js';
import { files, levelOf, scoreOf, statesOf } from '../support/answers.js';
import { modelOf, workbook } from '../support/project.js';
import { rules } from '../support/rules.js';

const SCENARIOS = `
benchmark by_industry
  | industry | contact_density | decision_share | department_coverage |
  | 医疗     | >= 50           | >= 30%         | -                   |
  | else     | >= 2            | -              | >= 20%              |
scenario milder "从宽"
  set generic.decision_share to >= 0%
  shift generic.department_coverage by -20pp
scenario mildest from milder
  unset generic.decision_share
  set generic.contact_density to 2
scenario by_trade
  apply by_industry to key_accounts
scenario no_density
  set generic.contact_density to -
target goals of key_accounts
  | measure                | attain | from |
  | converted(risk = high) | >= 50% | base |
`;

/** The report of the small rulebook under one of its scenarios, with numbers from outside on top. */
async function under(
  scenario: string | null,
  set: readonly string[] = [],
): Promise<{ run: Run; report: Report; model: Model }> {
  const book = await workbook({ ...files, 'rules.bench': rules({ more: SCENARIOS }) });
  const named = applyScenario(await modelOf(book), scenario);
  const given = readOverrides(named, set);
  expect(given.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const model = applyOverrides(named, given);
  const run = await book.run(model);
  return { run, report: await run.report('en'), model };
}

describe('a run under a scenario', () => {
  test('has other thresholds, and other levels by them', async () => {
    const base = await under(null);
    expect(levelOf(base.report)).toEqual({ A1: 'high', A2: 'low', A3: 'high', A4: 'high' });
    expect(base.report.scenario).toBeNull();
    const { report } = await under('milder');
    expect(statesOf(report, 'decision_share')).toEqual([4, 0, 0, 0]);
    expect(levelOf(report)).toEqual({ A1: 'high', A2: 'low', A3: 'high', A4: 'high' });
    const mildest = await under('mildest', ['generic.department_coverage=20%']);
    // A3 has 2.5 contacts per 亿元 in one of five departments, and nobody who decides.
    expect(levelOf(mildest.report)).toEqual({ A1: 'high', A2: 'low', A3: 'medium', A4: 'high' });
  });

  test('says what moved which number, along the chain', async () => {
    const { report } = await under('mildest');
    expect(report.scenario).toMatchObject({ name: 'mildest', chain: ['milder', 'mildest'], given: false, applied: [] });
    expect(report.scenario?.moves.map(({ path, from, to, how, by }) => [path, from, to, how, by])).toEqual([
      ['generic.contact_density', '>= 5', '>= 2', 'set', 'mildest'],
      ['generic.department_coverage', '>= 60%', '>= 40%', 'shifted', 'milder'],
    ]);
  });

  test('applies other benchmarks', async () => {
    const { report } = await under('by_trade');
    expect(report.scenario?.applied.map(({ population, benchmarks, by }) => [population, benchmarks, by])).toEqual([
      ['key_accounts', ['by_industry'], 'by_trade'],
    ]);
    expect(levelOf(report)).toEqual({ A1: 'high', A2: 'high', A3: 'low', A4: 'high' });
  });

  test('asks nothing where a threshold is taken away', async () => {
    expect(statesOf((await under('no_density')).report, 'contact_density')).toEqual([0, 0, 0, 4]);
  });

  test('explains a threshold with the rule as written and what was put in its place', async () => {
    const { run } = await under('milder');
    const explanation = await run.explain('A2', 'en');
    const metric = explanation?.metrics.find(({ name }) => name === 'department_coverage');
    expect(metric?.rules[0]?.text).toBe('| >= 5            | >= 15%         | >= 60%              |');
    expect(metric?.rules[0]?.moved).toMatchObject([
      { path: 'generic.department_coverage', from: '>= 60%', to: '>= 40%', by: 'milder', file: 'rules.bench' },
    ]);
  });

  test('measures what was converted against the base', async () => {
    const converted = async (scenario: string | null): Promise<number | null | undefined> =>
      (await under(scenario)).report.targets[0]?.rows[0]?.value;
    expect(await converted(null)).toBeNull();
    expect(await converted('milder')).toBe(0);
    // A1, A3 and A4 are high in base; A3 is not any more.
    expect(await converted('by_trade')).toBe(1 / 3);
  });

  test('has a fingerprint of its own', async () => {
    const [base, milder, other] = [
      await under(null),
      await under('milder'),
      await under('milder', ['generic.contact_density=4']),
    ];
    expect(new Set([base, milder, other].map(({ report }) => report.fingerprint)).size).toBe(3);
  });
});

describe('numbers from outside the rulebook', () => {
  const read = async (line: string): Promise<readonly string[]> => {
    const book = await workbook({ ...files, 'rules.bench': rules({ more: SCENARIOS }) });
    return readOverrides(await modelOf(book), [line]).diagnostics.map(({ code }) => code);
  };

  test.each([
    'generic.decision_share=20%',
    'generic.decision_share = >= 20%',
    'generic.decision_share>=20%',
    'goals[converted(risk = high)].attain=60%',
    'shift generic.decision_share by 5pp',
    'apply by_industry to key_accounts',
  ])('%s', async (line) => {
    expect(await read(line)).toEqual([]);
  });

  test.each([
    ['generic.decision_shar=20%', 'B501'],
    ['generic.decision_share=20', 'B203'],
    ['generic.decision_share<=20%', 'B505'],
    ['shift generic.decision_share by 5%', 'B511'],
    ['by_industry[医疗].decision_share=20%', 'B510'],
    ['generic.decision_share', 'B002'],
    ['apply by_trade to key_accounts', 'B101'],
  ])('%s is met with %s', async (line, code) => {
    expect(await read(line)).toEqual([code]);
  });

  test('a weight moves, the others make room, and the score has another range', async () => {
    const { report } = await under(null, ['priority.risk.weight=65%']);
    expect(report.scenario?.moves.map(({ path, to, how }) => [path, to, how])).toEqual([
      ['priority.revenue.weight', '20%', 'rescaled'],
      ['priority.risk.weight', '65%', 'set'],
      ['priority.gap.weight', '15%', 'rescaled'],
    ]);
    expect(report.scores[0]?.attainable).toEqual([6.5, 23]);
    expect(scoreOf(report).A1).toBe('23.00');
  });

  test('a list that a metric reads, and its size', async () => {
    const more = `param wanted = ["销售", "财务", "IT", "HR"]
metric known_departments in percent
  = count(distinct contacts.department where department in wanted) / count(wanted)
`;
    const book = await workbook({ ...files, 'rules.bench': rules({ more }) });
    const base = await modelOf(book);
    const model = applyOverrides(base, readOverrides(base, ['wanted=["销售"]']));
    const [before, after] = [await (await book.run(base)).report('en'), await (await book.run(model)).report('en')];
    expect([before.metrics.known_departments?.mean, after.metrics.known_departments?.mean]).toEqual([0.25, 0.5]);
  });
});
