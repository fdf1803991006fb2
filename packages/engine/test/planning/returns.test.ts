import { describe, expect, test } from 'vitest';
import type { NamedOutcome, PlanResult } from '../../src/index.js';
import { modelOf, workbook } from '../support/project.js';

async function plan(text: string): Promise<PlanResult> {
  const book = await workbook({ 'rules.bench': `rulebook plan\n${text}` });
  return book.plan(await modelOf(book));
}

const figuresOf = (of: { readonly figures: readonly NamedOutcome[] } | undefined) =>
  Object.fromEntries((of?.figures ?? []).map(({ text, figure }) => [text, figure.why ?? figure.display]));

async function returns(flows: string, more: string, over = '2 years'): Promise<Record<string, string>> {
  const { models } = await plan(`model plan over ${over}\n  | flow | name | amount | timing |\n${flows}${more}`);
  return figuresOf(models[0]);
}

/** The digital project of the department's charter. */
const DIGITAL = `  | cost    | project | 200万 CNY | start      |
  | benefit | saved   | 250万 CNY | every year |
`;

describe('a project of 200 that saves 500 in two years', () => {
  test('told at the end of each year', async () => {
    expect(
      await returns(
        DIGITAL,
        '  discount 10% per year\n  report roi, payback, npv, irr, discounted_payback, mirr, peak_funding, break_even\n',
      ),
    ).toEqual({
      roi: '150.00%',
      payback: '9.6 months',
      npv: '2,338,842.98 CNY',
      irr: '90.59%',
      discounted_payback: '10.6 months',
      mirr: '62.02%',
      peak_funding: '2,000,000.00 CNY',
      break_even: '12.0 months',
    });
  });

  test('paid back at the end of a year, where that is how it is told', async () => {
    expect(await returns(DIGITAL, '  payback stepped\n  report payback\n')).toEqual({ payback: '12.0 months' });
  });

  test('spread over the months it is worth 253', async () => {
    const monthly = DIGITAL.replace('250万 CNY | every year', '250万 CNY per year | every month');
    expect(await returns(monthly, '  discount 10% per year\n  report npv\n', '24 months')).toEqual({
      npv: '2,534,284.93 CNY',
    });
  });

  test('by days', async () => {
    expect(await returns(DIGITAL, '  discount 10% per year\n  report xnpv, xirr\n', '2 years from 2025-01')).toEqual({
      xnpv: '2,338,842.98 CNY',
      xirr: '90.59%',
    });
  });
});

describe('figures that have no value say why', () => {
  test('nothing is paid', async () => {
    expect(
      await returns(
        '  | benefit | saved | 250 CNY | every year |\n',
        '  report roi, benefit_cost_ratio, payback, irr, mirr, discounted_payback, xirr\n',
      ),
    ).toEqual({
      roi: 'no cost',
      benefit_cost_ratio: 'no cost',
      payback: 'no cost',
      irr: 'no sign change',
      mirr: 'no discount',
      discounted_payback: 'no discount',
      xirr: 'no dates',
    });
  });

  test('several rates are told, in the order of their size', async () => {
    const { models } = await plan(`model plan over 2 years
  | flow    | name    | amount    | timing |
  | cost    | project | 1_000 CNY | start  |
  | benefit | sold    | 2_300 CNY | year 1 |
  | cost    | cleared | 1_320 CNY | end    |
  report irr, irr + 1%
`);
    expect(models[0]?.figures.map(({ figure }) => [figure.value, figure.why, figure.several])).toEqual([
      [null, 'several rates', ['10.00%', '20.00%']],
      [null, 'several rates', ['10.00%', '20.00%']],
    ]);
  });

  test('what never comes back', async () => {
    expect(
      await returns('  | cost | project | 250 CNY | start |\n', '  report payback, irr, break_even, npv\n'),
    ).toEqual({
      payback: 'never paid back',
      irr: 'no sign change',
      break_even: 'never breaks even',
      npv: '-250.00 CNY',
    });
  });
});

describe('customers', () => {
  const cohort = (retention: string, acquisition = '5万 CNY') => `cohort new
  size 120
  retention ${retention}
  worth 20万 CNY per year
  acquisition ${acquisition}
`;

  test('85% stay each year: for 80 months, worth 133万', async () => {
    const { cohorts } = await plan(cohort('85% per year'));
    expect(figuresOf(cohorts[0])).toEqual({
      size: '120',
      lifetime: '80.0 months',
      ltv: '1,333,333.33 CNY',
      cac: '50,000.00 CNY',
      ltv_cac: '26.67',
    });
  });

  test('nobody leaves, or a tail stays for ever', async () => {
    for (const retention of ['100% per year', 'beta_geometric(alpha: 0.7, beta: 1.2) per year']) {
      const { cohorts } = await plan(cohort(retention));
      expect(figuresOf(cohorts[0])).toMatchObject({
        lifetime: 'does not end',
        ltv: 'does not end',
        ltv_cac: 'does not end',
      });
    }
  });

  test('winning them costs nothing', async () => {
    const { cohorts } = await plan(cohort('85% per year', '0 CNY'));
    expect(figuresOf(cohorts[0])).toMatchObject({ cac: '0.00 CNY', ltv_cac: 'no cost' });
  });
});
