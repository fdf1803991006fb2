import { describe, expect, test } from 'vitest';
import { check, parse } from '@benchbook/dsl';
import { codesOf, diagnosticsOf, modelOf, onBase } from '../support.js';

const ORDERS = `source orders from "data/orders.csv" key order_id
  | column     | type             |
  | order_id   | text             |
  | account_id | text -> accounts |
  | amount     | money CNY        |
  | rating     | percent          |
  | ordered_on | date             |
`;

const asOf = (text: string, day = '2024-12-31'): string =>
  onBase(ORDERS + text).replace('rulebook example "示例"', `rulebook example "示例" as of ${day}`);
const metric = (formula: string): string => asOf(`metric m of accounts\n  ${formula}\n`);

describe('as of', () => {
  test('the rulebook says the day; an option goes before it', () => {
    const tree = parse('test.bench', asOf('', '2024-06'));
    expect(check(tree).model?.asOf).toBe('2024-06-01');
    expect(check(tree, { asOf: '2025-01-31' }).model?.asOf).toBe('2025-01-31');
    expect(modelOf(onBase('')).asOf).toBe(null);
  });

  test('else the sources say it, if they agree', () => {
    const dated = (day: string): string => ORDERS.replace('key order_id', `key order_id dated ${day}`);
    const other = (day: string): string => dated(day).replace('source orders', 'source more');
    expect(modelOf(onBase(dated('2024-12-31'))).asOf).toBe('2024-12-31');
    expect(modelOf(onBase(`${dated('2024-12-31')}${other('2024-11-30')}`)).asOf).toBe(null);
    const late = 'metric m in days\n  = days since last(orders.ordered_on)';
    const [found] = diagnosticsOf(onBase(`${dated('2024-12-31')}${other('2024-11-30')}${late}`));
    expect([found?.code, found?.data]).toEqual(['B422', { days: ['2024-11-30', '2024-12-31'] }]);
  });

  test('a day that does not exist is reported once', () => {
    expect(codesOf(asOf('metric m in days of accounts\n  = days since since', '2024-02-30'))).toContain('B209');
  });
});

describe('windows', () => {
  test.each([
    ['over 12 months', '= sum(orders.amount over 12 months)'],
    ['over a week, with a condition', '= count(orders over 1 week where amount > 10 CNY)'],
    ['by a date', 'in CNY = sum(orders.amount over 90 days by ordered_on)'],
    ['as a condition', '= count(orders where ordered_on within 90 days)'],
    ['as a condition on the account', '= if(since within 1 year, 1, 0)'],
    ['change in percent', 'in percent = change(sum(orders.amount over 3 months) / count(orders over 3 months))'],
    ['difference in the unit', 'in percent = difference(mean(orders.rating over 3 months))'],
    ['days, months, years since', 'in months = months since last(orders.ordered_on)'],
    ['a date and a time', 'in days = as of + 3 months - since'],
    ['a time and a date', 'in days = (3 months + since) - as of'],
  ])('%s', (_, formula) => {
    expect(codesOf(metric(formula))).toEqual([]);
  });

  test.each([
    ['a bare number', '= sum(orders.amount over 12)', ['B424']],
    ['half a month', '= sum(orders.amount over 1.5 months)', ['B424']],
    ['no time at all', '= sum(orders.amount over 0 days)', ['B424']],
    ['a text as a date', '= count(orders over 90 days by order_id)', ['B205']],
    ['a column that does not exist', '= count(orders over 90 days by orderd_on)', ['B103']],
    ['days since a number', 'in days = days since employees', ['B205']],
    ['days that are said to be months', 'in months = days since since', ['B206']],
    ['a date and a count', 'in days = (since + 3) - as of', ['B201']],
    ['a share of a date', 'in days = since * 2', ['B201']],
    ['the change of a change without a window', 'in percent = change(employees)', ['B425']],
  ])('refuses %s', (_, formula, codes) => {
    expect(codesOf(metric(formula))).toEqual(codes);
  });

  test('percent_rank still takes its groups', () => {
    expect(codesOf(metric('= percent_rank(employees within industry)'))).toEqual([]);
  });

  test('points are asked of a difference of shares', () => {
    const text = `metric mood in percent
  = difference(mean(orders.rating over 3 months))
benchmark moods
  | mood    |
  | >= -5pp |
`;
    expect(codesOf(asOf(text))).toEqual([]);
  });
});
