import { describe, expect, test } from 'vitest';
import { codes, planned } from './plan.js';

const model = (rows: string, clauses = '', over = '24 months from 2025-01') =>
  `model m over ${over}\n  | flow | name | amount | timing |\n${rows}\n${clauses}`;
const flows = (rows: string) => planned(model(rows)).models.find((one) => one.name === 'm')!.flows;

describe('a model', () => {
  test('says row 3-17: 200 at the start, 500 saved over two years', () => {
    const [found] = planned(
      model(
        '  | cost | build | 200万 CNY | start |\n  | benefit | savings | 250万 CNY | every year |',
        '  discount 10% per year\n  flows at end\n  payback interpolated\n  report roi, npv, irr, payback',
        '2 years',
      ),
    ).models.filter((one) => one.name === 'm');
    expect(found).toMatchObject({
      periods: { unit: 'years', number: { path: 'm.over' } },
      from: null,
      currency: 'CNY',
      discount: { path: 'm.discount' },
      flowsAt: 'end',
      payback: 'interpolated',
      flows: [
        {
          kind: 'cost',
          amount: { constant: { quantity: { path: 'm.build.amount' } } },
          timing: { kind: 'once', from: { kind: 'start' } },
        },
        { kind: 'benefit', timing: { kind: 'every', every: { unit: { text: 'years' } }, from: null } },
      ],
      report: [{ figure: 'roi' }, { figure: 'npv' }, { figure: 'irr' }, { figure: 'payback' }],
    });
  });

  test.each([
    ['month 1', '5 CNY', { kind: 'once', from: { kind: 'period', unit: 'months' } }],
    ['2025-06', '5 CNY', { kind: 'once', from: { kind: 'date', iso: '2025-06-01' } }],
    ['every 3 months from month 4', '5 CNY', { kind: 'every', from: { kind: 'period' } }],
    ['every month', '5 CNY per year', { kind: 'rate', every: { unit: { text: 'months' } } }],
    [
      'from month 4 until month 12 ramp 6 months grows 5%',
      '5 CNY per year',
      { kind: 'rate', ramp: { path: 'm.f.ramp' }, growth: { path: 'm.f.grows' } },
    ],
    [
      'spread months 1..6',
      '5 CNY',
      { kind: 'spread', from: { number: { path: 'm.f.from' } }, until: { number: { path: 'm.f.until' } } },
    ],
    ['every year, grows by 5% per year', '5 CNY', { kind: 'every' }],
  ])('%s', (timing, amount, wanted) => {
    expect(flows(`  | cost | f | ${amount} | ${timing} |`)[0]?.timing).toMatchObject(wanted);
  });

  test('a flow during a phase', () => {
    const found = planned(`phase pilot months 4..9\n${model('  | cost | f | 1_200万 CNY | spread with pilot |')}`);
    expect(found.models.at(-1)?.flows[0]?.timing).toMatchObject({
      kind: 'spread',
      from: { kind: 'phase', phase: 'pilot' },
      until: { kind: 'phase', phase: 'pilot' },
    });
  });

  test('amounts are worked out of people, params and what actions save', () => {
    expect(flows('  | cost | f | managers * 30万 CNY per year | every month |')[0]?.amount).toMatchObject({
      kind: 'arithmetic',
      left: { kind: 'planned', by: 'resource', name: 'managers', figure: 'headcount' },
    });
    expect(flows('  | benefit | f | saved(sum(annual_revenue)) per year | every month |')[0]?.amount).toMatchObject({
      kind: 'per',
      of: { kind: 'saved', of: { kind: 'summary' } },
    });
  });

  test('an amount may be uncertain by itself', () => {
    expect(planned(model('  | cost | f | 5M CNY ~ 4M..6M | month 1 |')).uncertain.at(-1)?.path).toBe('m.f.amount');
  });
});

describe('what cannot be', () => {
  test.each([
    ['  | cost | f | 5 | month 1 |', ['B204']],
    ['  | cost | f | 5 days | month 1 |', ['B615']],
    ['  | cost | f | 5 CNY per account | month 1 |', ['B615']],
    ['  | cost | f | count(risk = high) | month 1 |', ['B615']],
    ['  | cost | f | -5 CNY | month 1 |', ['B210']],
    ['  | cost | f | 5 CNY | |', ['B302']],
    ['  | cost | f | 5 CNY | whenever |', ['B303']],
    ['  | costs | f | 5 CNY | month 1 |', ['B211']],
    ['  | cost | f | 5 CNY | month 1 |\n  | cost | f | 6 CNY | month 2 |', ['B614']],
    ['  | cost | executive_sponsor | 5 CNY | month 1 |', ['B614']],
    ['  | cost | f | 5 CNY | month 1 |\n  | cost | g | 6 USD | month 2 |', ['B616']],
    ['  | cost | f | 6 USD | month 2 |', ['B616']],
    ['  | cost | f | 5 CNY | from month 2 |', ['B617']],
    ['  | cost | f | 5 CNY | month 25 |', ['B618']],
    ['  | cost | f | 5 CNY | 2027-01 |', ['B618']],
    ['  | cost | f | 5 CNY | 2024-12 |', ['B618']],
    ['  | cost | f | 5 CNY per year | from month 6 until month 3 |', ['B619']],
    ['  | cost | f | 5 CNY | every month every year |', ['B635']],
    ['  | cost | f | 5 CNY | every month spread |', ['B635']],
    ['  | cost | f | 5 CNY | month 1 from month 2 |', ['B635']],
    ['  | cost | f | 5 CNY per year | month 1 |', ['B635']],
    ['  | cost | f | 5 CNY per year | spread |', ['B635']],
    ['  | cost | f | plan | month 1 |', ['B611']],
    ['  | cost | f | plan.nvp | month 1 |', ['B610']],
    ['  | cost | f | m.npv | month 1 |', ['B111']],
    ['  | cost | f | managers.cost | every month |', ['B610']],
    ['  | cost | f | labour_budget ~ 1 CNY..2 CNY | every month |', ['B608']],
  ])('%s', (rows, wanted) => {
    expect(codes(model(rows))).toEqual(wanted);
  });

  const row = '  | cost | f | 5 CNY | month 1 |';
  test.each([
    ['a horizon of zero', model(row, '', '0 months'), ['B210']],
    ['a horizon in days', model(row, '', '30 days'), ['B210']],
    ['a horizon of a thousand years', model(row, '', '1_000 years'), ['B210']],
    ['a discount of -100%', model(row, '  discount -100% per year'), ['B210']],
    ['a bare discount', model(row, '  discount 10'), ['B203']],
    ['a figure that is not there', model(row, '  report nvp'), ['B610']],
    ['flows in the middle', model(row, '  flows at middle'), ['B211']],
    ['an action that is not there', model(row, '  with visits'), ['B101']],
    ['no flows', 'model m over 24 months', ['B013']],
  ])('%s', (_, text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });
});

describe('a funnel', () => {
  test('says what its rates are', () => {
    const [conversion, win] = planned(
      'funnel c\n  | stage | conversion |\n  | 线索 | 30% ~ 20%..40% |\nfunnel w\n  | stage | win probability | count | value | time |\n  | 线索 | 30% | 120 | 500万 CNY | 2 weeks |\n  enters 500 leads per month',
    ).funnels;
    expect(conversion).toMatchObject({ meaning: 'conversion', stages: [{ rate: { path: 'c[线索].conversion' } }] });
    expect(win).toMatchObject({
      meaning: 'win',
      stages: [{ rate: { path: 'w[线索].win' } }],
      enters: { path: 'w.enters' },
    });
  });

  test('counts its stages in data', () => {
    expect(
      planned('funnel c of contacts by level worth fee\n  | stage | win probability |\n  | VP | 30% |').funnels[0]
        ?.rows,
    ).toMatchObject({ source: 'contacts', stage: { column: 'level' }, worth: { column: 'fee' } });
  });

  test.each([
    ['  | stage | rate |\n  | a | 30% |', ['B621']],
    ['  | stage | conversion | win probability |\n  | a | 30% | 30% |', ['B635']],
    ['  | stage | conversion |\n  | a | 130% |', ['B210']],
    ['  | stage | conversion |\n  | a | 30 |', ['B203']],
    ['  | stage | conversion |\n  | a | 30% |\n  | a | 50% |', ['B102']],
    ['  | stage | conversion | value |\n  | a | 30% | 5 |', ['B204']],
    ['  | stage | conversion | value |\n  | a | 30% | 5 CNY |\n  | b | 30% | 5 USD |', ['B616']],
    ['  | stage | conversion |\n  | a | 30% |\n  enters 500 leads', ['B210']],
    ['  | stage | conversion |\n  | a | 30% |\n  worth 5', ['B013']],
  ])('%s', (text, wanted) => {
    expect(codes(`funnel f\n${text}`)).toEqual(wanted);
  });
});

describe('a cohort', () => {
  test('stays at a constant rate, or by a curve', () => {
    const [constant, curve] = planned(
      'cohort c\n  size count(key_accounts)\n  starts month 4\n  retention 82% per year ~ 80%..90%\n  worth 8万 CNY per year\n  acquisition 487 CNY\ncohort d\n  size 500\n  retention beta_geometric(alpha: 0.7, beta: 1.2) per month',
    ).cohorts;
    expect(constant).toMatchObject({
      size: { kind: 'tally' },
      retention: { kind: 'constant', share: { path: 'c.retention' }, every: { unit: { text: 'years' } } },
      worth: { constant: { quantity: { path: 'c.worth' } } },
      acquisition: { path: 'c.acquisition' },
    });
    expect(curve?.retention).toMatchObject({
      kind: 'beta-geometric',
      alpha: { path: 'd.retention.alpha' },
      beta: { path: 'd.retention.beta' },
    });
  });

  test.each([
    ['  size 500\n  retention 82%', ['B210']],
    ['  size 500\n  retention 182% per year', ['B210']],
    ['  size -5\n  retention 82% per year', ['B210']],
    ['  size 500\n  retention geometric(1, 2) per year', ['B211']],
    ['  size 500\n  retention beta_geometric(1) per year', ['B604']],
    ['  size 500\n  retention beta_geometric(0, 2) per year', ['B210']],
    ['  size 500\n  retention 82% per year\n  worth 5 CNY', ['B210']],
    ['  size 500\n  retention 82% per year\n  acquisition 5', ['B204']],
    ['  size 500', ['B013']],
  ])('%s', (text, wanted) => {
    expect(codes(`cohort c\n${text}`)).toEqual(wanted);
  });
});
