import { describe, expect, test } from 'vitest';
import { isOfData } from '@benchbook/dsl';
import type { Model, Scenario } from '@benchbook/dsl';
import { PLAN } from './planning/plan.js';
import { codesOf, COVERAGE, diagnosticsOf, run } from '../support.js';

const after = (text: string): string => `${COVERAGE}\n${text}`;
const modelAfter = (text: string): Model => run(after(text)).model;

const scenario = (text: string): Scenario => {
  const found = modelAfter(text).scenarios[0];
  if (!found) throw new Error('no scenario');
  return found;
};

/** Each override as `path: what happens`. */
const changes = (text: string): string[] =>
  scenario(text).overrides.map(({ path, change }) => {
    switch (change.kind) {
      case 'set':
        return `${path} = ${change.to.kind === 'number' ? change.to.value.toFixed() : change.to.kind}`;
      case 'scale':
        return `${path} * ${change.factor.toFixed()}`;
      case 'shift':
        return `${path} + ${change.by.toFixed()}`;
      case 'unset':
        return `${path} unset`;
    }
  });

describe('a scenario names numbers by path', () => {
  test('a cell, by the row and the column of its table', () => {
    expect(
      changes('scenario s\n  apply by_industry to key_accounts\n  set by_industry[零售业].decision_share to >= 20%'),
    ).toEqual(['by_industry[零售业].decision_share = 0.2']);
  });

  test('a whole column, with rows that are left out', () => {
    expect(
      changes(
        'scenario s\n  apply by_industry to key_accounts\n  shift by_industry.decision_share by 5pp except [零售业], [else]',
      ),
    ).toEqual([
      'by_industry[金融服务业].decision_share + 0.05',
      'by_industry[科技业].decision_share + 0.05',
      'by_industry[制药业].decision_share + 0.05',
      'by_industry[制造业].decision_share + 0.05',
    ]);
  });

  test('a whole row', () => {
    expect(changes('scenario s\n  apply by_industry to key_accounts\n  scale by_industry[零售业] by 90%')).toEqual([
      'by_industry[零售业].contact_density * 0.9',
      'by_industry[零售业].decision_share * 0.9',
      'by_industry[零售业].department_coverage * 0.9',
    ]);
  });

  test('an edge that two rows share, a weight, an answer, a top and a list', () => {
    const text = `scenario s
  set size[小型..中型].employees to 300
  set service[战略..重点].rank to 60
  set priority.risk.weight to 40%
  set decision_share.if_empty to 5%
  set key_accounts.top to 30%
  set coverage_goals[passed(decision_share)].attain to >= 80%
  set key_departments to ["销售", "财务"]`;
    expect(changes(text)).toEqual([
      'size[小型..中型].employees = 300',
      'service[战略..重点].rank = 60',
      'priority.risk.weight = 0.4',
      'decision_share.if_empty = 0.05',
      'key_accounts.top = 0.3',
      'coverage_goals[passed(decision_share)].attain = 0.8',
      'key_departments = list',
    ]);
  });

  test('an empty cell that gets a threshold, and one that loses its own', () => {
    const text =
      'scenario s\n  apply by_size to key_accounts\n  set by_size[else].contact_density to >= 3\n  set by_size[大型].contact_density to -';
    expect(changes(text)).toEqual([
      'by_size[else].contact_density = threshold',
      'by_size[大型].contact_density = threshold',
    ]);
  });

  test('the rows and columns of a table', () => {
    const text = `scenario s
  apply by_industry to key_accounts
  set by_industry
    | industry | decision_share | contact_density |
    | 零售业   | >= 20%         | >= 8            |
    | else     | >= 16%         | -               |`;
    expect(changes(text)).toEqual([
      'by_industry[零售业].decision_share = 0.2',
      'by_industry[零售业].contact_density = 8',
      'by_industry[else].decision_share = 0.16',
      'by_industry[else].contact_density = threshold',
    ]);
  });

  test('full-width signs and other white space name the same', () => {
    expect(
      changes(
        'scenario s\n  apply by_industry to key_accounts\n  set by_industry［ 零售业 ］.decision_share to >= 20%',
      ),
    ).toEqual(['by_industry[零售业].decision_share = 0.2']);
  });
});

describe('a slip in a path is met with a suggestion', () => {
  const suggestionFor = (path: string): unknown =>
    diagnosticsOf(after(`scenario s\n  set ${path} to 20%`)).map((one) => [one.code, one.fix?.replacement ?? null])[0];

  test.each([
    ['generic.decision_shar', 'generic.decision_share'],
    ['by_industri[零售业].decision_share', 'by_industry[零售业].decision_share'],
    ['by_industry[零售].decision_share', 'by_industry[零售业].decision_share'],
    ['by_industry[零售].decision_shar', 'by_industry[零售业].decision_share'],
    ['size[小型].employees', 'size[小型..中型].employees'],
    ['key_accounts', 'key_accounts.top'],
    ['coverage_goals[passed(decision_shar)].attain', 'coverage_goals[passed(decision_share)].attain'],
  ])('%s', (path, suggestion) => {
    expect(suggestionFor(path)).toEqual(['B501', suggestion]);
  });

  test('a broken declaration is not reported again where a path names it', () => {
    expect(
      codesOf(after('benchmark odd\n  | decision_share |\n  | about 5 |\nscenario s\n  set odd.decision_share to 20%')),
    ).toEqual(['B303']);
  });
});

describe('scenarios build on each other', () => {
  test('a circle is one mistake', () => {
    expect(codesOf(after('scenario a from b\nscenario b from a'))).toEqual(['B111']);
  });

  test('a name that is no scenario', () => {
    expect(codesOf(after('scenario a from key_accounts'))).toEqual(['B105']);
    expect(codesOf(after('scenario stricter\nscenario a from strictr'))).toEqual(['B101']);
  });

  test('a target may be measured against one', () => {
    const text = `scenario stricter\n  set generic.decision_share to >= 25%
target more
  | measure                | attain | from     |
  | converted(risk = high) | >= 60% | stricter |`;
    expect(modelAfter(text).targets.at(-1)?.rows[0]?.from).toBe('stricter');
    expect(codesOf(after(text.replace('| stricter |', '| strictr  |')))).toEqual(['B101']);
  });

  test('a weight that was set before makes room for one that is set now', () => {
    const text = `scenario first
  set priority
    | term    | weight |
    | revenue | 20%    |
    | risk    | 50%    |
    | gap     | 30%    |
scenario second from first
  set priority.gap.weight to 65%`;
    const [hint] = diagnosticsOf(after(text));
    expect([hint?.code, hint?.data]).toEqual([
      'B508',
      {
        score: 'priority',
        moved: 1,
        weights: [
          { term: 'revenue', from: '20%', to: '10%' },
          { term: 'risk', from: '50%', to: '25%' },
        ],
      },
    ]);
  });
});

describe('what is asked of scenarios', () => {
  test('a slider, a sweep over two paths, a goal, a ranking of drivers, a difference', () => {
    const model = modelAfter(`scenario stricter
  set generic.decision_share to >= 25%
input generic.department_coverage over 20%..80% step 20% "部门覆盖"
sweep generic.department_coverage over 20%..80% step 30pp, generic.contact_density over [5, 8]
  report share(risk = high), count(risk = low)
seek generic.department_coverage within 20%..80% so that share(risk = high) <= 60%
rank drivers of share(risk = high)
show diff(base, stricter)`);
    expect(
      model.inputs.map(({ label, place, points }) => [label, place.paths, points.map((one) => one.value.toFixed())]),
    ).toEqual([['部门覆盖', ['generic.department_coverage'], ['0.2', '0.4', '0.6', '0.8']]]);
    expect(model.sweeps[0]?.axes.map(({ points }) => points.map((one) => one.value.toFixed()))).toEqual([
      ['0.2', '0.5', '0.8'],
      ['5', '8'],
    ]);
    expect(model.sweeps[0]?.figures.map((one) => one.text)).toEqual(['share(risk = high)', 'count(risk = low)']);
    expect(model.seeks.map(({ goal, within }) => [goal.text, within?.low?.toFixed(), within?.high?.toFixed()])).toEqual(
      [['share(risk = high) <= 60%', '0.2', '0.8']],
    );
    expect(model.drivers.map((one) => one.text)).toEqual(['share(risk = high)']);
    expect(model.diffs.map(({ before, after: to }) => [before, to])).toEqual([[null, 'stricter']]);
    expect(model.shows.length).toBe(8);
  });

  test('every threshold of a goal, some of them, and one factor for several', () => {
    const model = modelAfter(`seek any threshold so that share(risk = high) <= 60%
seek any threshold of by_industry.decision_share so that count(risk = high) <= 600 "决策层"
seek scale of generic within 50%..100% so that count(risk = high) <= 600`);
    expect(model.inverses.map(({ label, place, goal }) => [label, place?.text ?? null, goal.text])).toEqual([
      [null, null, 'share(risk = high) <= 60%'],
      ['决策层', 'by_industry.decision_share', 'count(risk = high) <= 600'],
    ]);
    expect(model.seeks.map(({ by, place, within }) => [by, place.paths, within?.low?.toFixed()])).toEqual([
      ['factor', ['generic.contact_density', 'generic.decision_share', 'generic.department_coverage'], '0.5'],
    ]);
    expect(codesOf(after('seek any threshold of priority so that share(risk = high) <= 60%'))).toEqual(['B522']);
    expect(codesOf(after('seek any threshold within 0%..50% so that share(risk = high) <= 60%'))).toEqual(['B001']);
  });

  test('figures of plans are asked for like those of data', () => {
    const text = `${PLAN}
sweep managers over 20..30 step 5
  report plan.npv, used(managers), share(risk = high)
seek plan.platform.amount within 100万 CNY..300万 CNY so that plan.npv >= 0 CNY
rank drivers of plan.npv
`;
    const { model } = run(text);
    expect(model.sweeps[0]?.figures.map(({ figure }) => [figure.kind, isOfData(figure)])).toEqual([
      ['planned', false],
      ['used', false],
      ['tally', true],
    ]);
    expect(model.seeks[0]?.goal).toMatchObject({ left: { kind: 'planned', figure: 'npv' }, operator: '>=' });
    expect(model.drivers[0]?.figure).toMatchObject({ kind: 'planned', by: 'model', name: 'plan', figure: 'npv' });
    expect(codesOf(`${PLAN}rank drivers of plan.nvp`)).toEqual(['B610']);
    expect(codesOf(`${PLAN}seek managers so that plan.npv >= 5%`)).toEqual(['B202']);
  });
});
