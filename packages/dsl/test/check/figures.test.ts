import { describe, expect, test } from 'vitest';
import { codesOf, modelOf, onBase } from '../support.js';

const figure = (written: string) => modelOf(onBase(`check ${written}`)).checks[0]?.condition;

describe('check', () => {
  test.each([
    [
      'count(risk = high) = 3',
      {
        kind: 'tally',
        name: 'count',
        population: 'key_accounts',
        where: { kind: 'compare', right: { constant: { text: 'high' } } },
      },
    ],
    ['count(key_accounts) > 3', { kind: 'tally', population: 'key_accounts', where: null }],
    ['count(key_accounts where risk = high) > 3', { kind: 'tally', where: { kind: 'compare' } }],
    ['count(accounts) > 3', { kind: 'rows', source: 'accounts', name: 'count', of: null }],
    ['count(contacts where level = "VP") > 3', { kind: 'rows', source: 'contacts', where: { kind: 'compare' } }],
    ['share(risk in [high, medium]) <= 60%', { kind: 'tally', name: 'share', where: { kind: 'in' } }],
    ['mean(contact_density) >= 5', { kind: 'summary', name: 'mean', of: { kind: 'given', by: 'metric' } }],
    ['p90(annual_revenue) >= 5 CNY', { kind: 'summary', name: 'p90' }],
    ['mean(accounts.annual_revenue) >= 5 CNY', { kind: 'rows', source: 'accounts', name: 'mean' }],
    ['passed(contact_density) >= 80%', { kind: 'attainment', name: 'passed', metric: 'contact_density' }],
    ['unknown(decision_share) <= 5%', { kind: 'attainment', name: 'unknown' }],
    ['missing(accounts.industry) <= 5%', { kind: 'quality', name: 'missing', source: 'accounts', column: 'industry' }],
    ['orphans(contacts.account_id) = 0%', { kind: 'quality', name: 'orphans' }],
    ['count(risk = high) / count(key_accounts) <= 60%', { kind: 'arithmetic', operator: '/' }],
  ])('%s', (written, left) => {
    expect(figure(written)?.left).toMatchObject(left);
  });

  test('unique(…) holds by itself', () => {
    expect(figure('unique(accounts.account_id)')).toMatchObject({
      operator: 'holds',
      right: null,
      text: 'unique(accounts.account_id)',
    });
  });

  test('warns instead of failing with `else warn`', () => {
    expect(modelOf(onBase('check missing(accounts.industry) <= 5% else warn')).checks[0]?.severity).toBe('warning');
  });

  test('keeps the decimals a figure is compared with', () => {
    expect(figure('mean(decision_share) = 1.73%')?.digits).toBe(2);
    expect(figure('count(risk = high) = 1_339')?.digits).toBe(0);
    expect(figure('mean(contact_density) = 186.40')?.digits).toBe(2);
  });

  test.each([
    ['employees > 3', ['B410']],
    ['mean(contact_density) >= 5%', ['B202']],
    ['count(key_accounts) = 20%', ['B202']],
    ['mean(annual_revenue) > 5', ['B204']],
    ['missing(industry) <= 5%', ['B210']],
    ['orphans(contacts.level) <= 5%', ['B210']],
    ['avg(employees) > 3', ['B113']],
    ['share(risk = high)', ['B411']],
  ])('%s is refused', (written, codes) => {
    expect(codesOf(onBase(`check ${written}`))).toEqual(codes);
  });
});

describe('target', () => {
  test('has measures, what to attain, and the run compared with', () => {
    const [target] = modelOf(
      onBase(
        'target goals "目标" by 2025-12-31\n  | measure | attain | from |\n  | passed(decision_share) | >= 75% | |\n  | converted(risk = high) | >= 60% | base |',
      ),
    ).targets;
    expect(target).toMatchObject({ by: '2025-12-31', population: 'key_accounts', label: '目标' });
    expect(target?.rows.map((row) => [row.text, row.from])).toEqual([
      ['passed(decision_share)', null],
      ['converted(risk = high)', 'base'],
    ]);
    expect(target?.rows[0]?.attain).toMatchObject({
      kind: 'bound',
      operator: '>=',
      quantity: { path: 'goals[passed(decision_share)].attain' },
    });
  });
});

describe('test', () => {
  const written = `test "0-08 a top account"
  given key_accounts
    | account_id | industry | annual_revenue | active |
    | A1         | 金融, 等 | 90M CNY        | yes    |
    | A2         | -        | 0              | no     |
  given contacts
    | contact_id | account_id |
    | C1         | A1         |
  expect key_accounts
    | account_id | risk    | decision_share |
    | A1         | high    | 15.50%         |
    | A2         | unknown | -              |
  expect count(risk = high) = 1`;

  test('rows are given and expected', () => {
    const [found] = modelOf(onBase(written)).tests;
    expect(found?.given.map((rows) => [rows.of, rows.isPopulation, rows.rows.length])).toEqual([
      ['key_accounts', true, 2],
      ['contacts', false, 1],
    ]);
    expect(found?.given[0]?.rows[1]).toMatchObject([
      { text: 'A2' },
      null,
      { kind: 'quantity' },
      { kind: 'boolean', value: false },
    ]);
    const [rows] = found?.expect ?? [];
    expect(
      rows?.kind === 'rows' &&
        rows.rows.map((row) => row.cells.map((cell) => [cell.text, cell.constant === null, cell.digits])),
    ).toEqual([
      [
        ['A1', false, null],
        ['high', false, null],
        ['15.50%', false, 2],
      ],
      [
        ['A2', false, null],
        ['unknown', true, null],
        ['-', true, null],
      ],
    ]);
  });

  test('on data, the first rows in order', () => {
    const [found] = modelOf(
      onBase(
        'test "top" on data\n  expect key_accounts top 2 by annual_revenue\n    | industry |\n    | A |\n    | B |',
      ),
    ).tests;
    expect(found?.onData).toBe(true);
    expect(found?.expect[0]).toMatchObject({ kind: 'rows', top: { rows: 2, by: { kind: 'column' } } });
  });

  test.each([
    ['given accounts\n    | account_id | rev |\n    | A | 5 |\n  expect count(key_accounts) = 1', ['B103']],
    ['given accounts\n    | account_id | annual_revenue |\n    | A | 5 |\n  expect count(key_accounts) = 1', ['B204']],
    ['expect key_accounts\n    | account_id | risk |\n    | A | hgh |', ['B104']],
    ['expect key_accounts\n    | risk |\n    | high |', ['B408']],
  ])('%s is refused', (clauses, codes) => {
    expect(codesOf(onBase(`test "t"\n  ${clauses}`))).toEqual(codes);
  });
});

describe('show', () => {
  const show = (text: string) => modelOf(onBase(`show ${text}`)).shows[0];

  test('has a stable name and a form', () => {
    expect(show('risk by industry as bars "Risk"')).toMatchObject({
      name: 'risk-by-industry-as-bars-risk',
      form: 'bars',
      label: 'Risk',
      population: 'key_accounts',
    });
  });

  test('lists a population', () => {
    expect(show('key_accounts top 20 by annual_revenue as table')).toMatchObject({
      what: null,
      form: 'table',
      top: { rows: 20 },
    });
  });

  test.each([
    ['contact_density', 'distribution'],
    ['risk', 'bars'],
    ['decision_share by industry, active', 'heatmap'],
    ['key_accounts', 'table'],
    ['passed by industry as matrix', 'matrix'],
  ])('%s is shown as %s', (text, form) => {
    expect(show(text)?.form).toBe(form);
  });

  test('the same picture twice has two names', () => {
    expect(modelOf(onBase('show risk\nshow risk')).shows.map((one) => one.name)).toEqual(['risk', 'risk-2']);
  });
});
