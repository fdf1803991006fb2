import { describe, expect, test } from 'vitest';
import { codesOf, modelOf, onBase } from '../support.js';

const metric = (text: string, name = 'x') => modelOf(onBase(text)).metrics.find((one) => one.name === name);

describe('metric', () => {
  test('contacts per 亿元: counted rows over money, in base units, with the scale of the unit', () => {
    const found = metric('', 'contact_density');
    expect(found).toMatchObject({
      source: 'accounts',
      unit: { kind: 'ratio', dimension: { contacts: 1, CNY: -1 }, text: 'contacts per 亿元' },
    });
    expect(found?.unit.scale.toString()).toBe('1e-8');
    expect(found?.expression).toMatchObject({
      kind: 'arithmetic',
      operator: '/',
      left: { kind: 'aggregate', name: 'count', source: 'contacts', via: 'account_id', where: null },
      right: { kind: 'column', source: 'accounts', column: 'annual_revenue' },
    });
  });

  test('a ratio of like counts is a percent; `if empty` answers 0/0', () => {
    const found = metric('', 'decision_share');
    expect(found).toMatchObject({ unit: { kind: 'percent' }, ifEmpty: { path: 'decision_share.if_empty' } });
    expect(found?.ifEmpty?.value.toString()).toBe('0');
  });

  test('distinct values and lists are counted without a unit', () => {
    const text =
      'param key = ["销售", "财务"]\nmetric x in percent\n  = count(distinct contacts.department where department in key) / count(key)';
    expect(metric(text)?.expression).toMatchObject({
      left: { kind: 'aggregate', distinct: true, value: { kind: 'column', source: 'contacts', column: 'department' } },
      right: { kind: 'constant', constant: { quantity: { path: 'count(key)' } } },
    });
  });

  test('inside an aggregate a bare name is first a column of its rows', () => {
    expect(
      metric('metric x of accounts = count(contacts where level = "VP" and industry = "IT")')?.expression,
    ).toMatchObject({
      where: {
        kind: 'and',
        left: { left: { source: 'contacts', column: 'level' } },
        right: { left: { source: 'accounts', column: 'industry' } },
      },
    });
  });

  test('other aggregates go through an expression on the rows', () => {
    expect(metric('metric x in CNY = sum(contacts.fee * 2)')?.expression).toMatchObject({
      kind: 'aggregate',
      name: 'sum',
      value: { kind: 'arithmetic', operator: '*' },
    });
  });

  test('a metric in 万 CNY is shown in it', () => {
    expect(metric('metric x in 万 CNY = annual_revenue')?.unit).toMatchObject({
      kind: 'money',
      dimension: { CNY: 1 },
      text: '万 CNY',
    });
  });

  test('without a declared unit the formula says it', () => {
    expect(metric('metric x = annual_revenue / employees')?.unit).toMatchObject({ kind: 'money', text: 'CNY' });
  });

  test('things that no declaration counts are taken at their word', () => {
    expect(metric('metric x in people per 1M CNY = count(contacts) / annual_revenue')?.unit).toMatchObject({
      kind: 'ratio',
      text: 'people per 1M CNY',
    });
  });

  test('points shift a percent', () => {
    expect(metric('metric x in percent = decision_share + 5pp')?.expression).toMatchObject({
      operator: '+',
      right: { constant: { quantity: { unit: { kind: 'points' } } } },
    });
  });

  test('a constant takes the unit of what it meets', () => {
    const found = metric('metric 营收 in 万元 = annual_revenue\nmetric x of accounts = if(营收 > 500万元, 1, 0)');
    const condition = found?.expression.kind === 'call' ? found.expression.arguments[0] : undefined;
    const right =
      condition?.kind === 'compare' && condition.right.kind === 'constant' ? condition.right.constant : undefined;
    expect(right?.kind === 'quantity' && right.quantity.value.toString()).toBe('500');
  });

  test('functions and conditions', () => {
    expect(
      metric('metric x of accounts = if(active and since >= 2024-01-01, clamp(employees, 0, 500), 0)')?.expression,
    ).toMatchObject({
      kind: 'call',
      name: 'if',
      arguments: [
        { kind: 'and', left: { kind: 'column', column: 'active' } },
        { kind: 'call', name: 'clamp' },
        { kind: 'constant' },
      ],
    });
    expect(
      metric('metric x of accounts = if(industry contains "金融" or industry is missing, 1, 0)')?.expression,
    ).toMatchObject({
      arguments: [
        {
          kind: 'or',
          left: { kind: 'match', how: 'contains', texts: ['金融'] },
          right: { kind: 'missing', negated: false },
        },
        {},
        {},
      ],
    });
    expect(metric('metric x of accounts = if(employees within 10..<20, 1, 0)')?.expression).toMatchObject({
      arguments: [{ kind: 'within', range: { lowIncluded: true, highIncluded: false } }, {}, {}],
    });
  });

  test('days between two dates', () => {
    expect(metric('metric x = 2025-01-01 - since')?.unit).toMatchObject({ kind: 'duration', text: 'days' });
  });

  test.each([
    ['metric x in percent = annual_revenue', ['B206']],
    ['metric x in visits per 亿元 = annual_revenue', ['B206']],
    ['metric x in percent = count(contacts)', ['B206']],
    ['metric x in accounts per 亿元 = count(contacts) / annual_revenue', ['B206']],
    ['metric x = annual_revenue + decision_share', ['B201']],
    ['metric x = decision_share + 5', ['B203']],
    ['metric x = annual_revenue + 5', ['B204']],
    ['metric x of accounts = if(contact_density > 20%, 1, 0)', ['B202']],
    ['metric x = industry', ['B205']],
    ['metric x = count(contcts)', ['B101']],
    ['metric x = sqrt(annual_revenue)', ['B202']],
    ['metric x = annual_revenue / employes', ['B101']],
  ])('%s is refused', (text, codes) => {
    expect(codesOf(onBase(text))).toEqual(codes);
  });
});

describe('what does not cascade', () => {
  test('a metric that could not be read is not reported where it is used', () => {
    const text =
      'metric x = (1 +\nbenchmark b\n  | x |\n  | >= 5 |\npopulation p of accounts\napply b to p\ncheck mean(x of p) >= 5';
    expect(codesOf(onBase(text))).toEqual(['B002']);
  });

  test('a source that could not be read takes nothing else with it', () => {
    expect(codesOf(onBase('').replace('source contacts', 'sorce contacts'))).toEqual(['B003']);
  });

  test('a misspelled noun still declares its name', () => {
    expect(codesOf(onBase('metrik x = count(contacts)\nbenchmark b\n  | x |\n  | >= 5 |'))).toEqual(['B003']);
  });

  const USES = [
    'band size\n  | employees | size |\n  | < 200 | S |\n  | else | L |',
    'band kind\n  | industry | kind |\n  | A | a |\n  | else | b |',
    'metric per_head = annual_revenue / employees',
    'metric known = count(contacts)',
    'benchmark by_kind\n  | kind | known |\n  | a | >= 3 |\n  | else | >= 2 |',
    'score s of key_accounts\n  | term | weight | value |\n  | a | 100% | percent_rank(annual_revenue) |',
    'target t by 2025-12-31\n  | measure | attain |\n  | passed(known) | >= 80% |\n  | mean(employees) | >= 5 |',
    'check missing(accounts.industry) <= 5%',
    'show risk by industry as bars',
    'test "x"\n  given key_accounts\n    | account_id | employees |\n    | A | 5 |\n  expect count(risk = high) = 0',
  ].join('\n\n');

  test('the uses stand on a whole base', () => {
    expect(codesOf(onBase(USES))).toEqual([]);
  });

  test.each([
    ['source accounts from "data', 'sorce accounts from "data', 'B003'],
    ['source accounts from "data', 'source accounts frm "data', 'B001'],
    ['source accounts from "data', 'source accounts from "../data', 'B406'],
    ['key account_id', 'key acount_id', 'B103'],
    ['| employees      | count ', '| employees      | cuont ', 'B207'],
    ['| employees      | count ', '| employees      |       ', 'B302'],
    ['| employees      | count     |', '| employees      | count     | x |', 'B301'],
    ['| column         | type ', '| colunm         | type ', 'B306'],
    ['source contacts from "data', 'source contacts from data', 'B006'],
    ['text -> accounts', 'txt -> accounts', 'B207'],
    ['metric decision_share', 'metirc decision_share', 'B003'],
    ['metric contact_density', 'metricc contact_density', 'B003'],
    ['metric contact_density in contacts', 'metric contact_density in in contacts', 'B001'],
    ['benchmark generic', 'benchmrk generic', 'B003'],
    ['apply generic', 'aply generic', 'B003'],
    ['population key_accounts', 'popluation key_accounts', 'B003'],
    ['level risk', 'levle risk', 'B003'],
  ])('one slip is one message: %s → %s', (right, wrong, code) => {
    expect(codesOf(onBase(USES).replace(right, wrong))).toEqual([code]);
  });

  test('a name that no broken source can have is still reported', () => {
    const text = onBase(USES).replace('| employees      | count ', '| employees      | cuont ');
    expect(codesOf(`${text}\npopulation p of contacts\n  where levle = "VP"`)).toEqual(['B207', 'B101']);
  });
});
