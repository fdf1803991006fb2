import { describe, expect, test } from 'vitest';
import { codesOf, onBase } from '../support.js';

const huge = `1${'0'.repeat(30)}`;

describe('numbers beyond all bounds', () => {
  test.each([
    `level alert\n  | failed | alert |\n  | >= ${huge} | a |\n  | else | b |`,
    'level alert\n  | failed | alert |\n  | 1e15 | a |\n  | else | b |',
    `benchmark b\n  | contact_density |\n  | >= ${huge} |`,
    'benchmark b\n  | contact_density |\n  | 0..1e300 |',
    'population p of accounts\n  top 99999999999999999999999 by employees',
    'population p of accounts\n  where annual_revenue > 1000000亿元',
    'metric x = employees * 1e38',
    'metric x = employees * 1e-40',
    'metric x in 万 CNY = annual_revenue\nbenchmark b\n  | x |\n  | >= 1e11 |',
    'score s of key_accounts times 1e300\n  | term | weight | value |\n  | a | 100% | 1 |',
    'param much = 1e999999999%',
    'param many = [1, 1e40]',
    'check count(key_accounts) < 1e15',
    'check mean(contact_density) < 1e60',
    'show key_accounts top 1e20 by employees',
    'tier t of key_accounts by employees\n  | rank | t |\n  | 1..1e16 | a |',
    'metric x in percent = decision_share\n  if empty 1e30%',
  ])('%s', (text) => {
    expect(codesOf(onBase(text))).toEqual(['B212']);
  });

  test.each([
    'metric x = employees * 1e17',
    'population p of accounts\n  where annual_revenue > 99万亿元',
    'param one_third = 0.333333333333333333333333333',
  ])('%s can be meant', (text) => {
    expect(codesOf(onBase(text))).toEqual([]);
  });
});

test.each([
  ['0', ['B210']],
  ['-7.2', ['B210']],
  ['1e200', ['B212']],
  ['7.25', []],
])('a rate of %s', (rate, codes) => {
  const source = `source s from "s.csv" key id\n  | column | type |\n  | id | text |\n  | fee | money USD at ${rate} CNY |`;
  expect(codesOf(source)).toEqual(codes);
});

test('a cell of a hundred thousand values is read, and its table not searched to the end', () => {
  const values = Array.from({ length: 100_000 }, (_, index) => `v${String(index)}`).join(', ');
  const text = `band kind\n  | industry | kind |\n  | ${values} | named |\n  | else | other |\n`;
  expect(codesOf(onBase(text))).toEqual(['B323']);
});
