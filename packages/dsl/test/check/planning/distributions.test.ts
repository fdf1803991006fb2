import { describe, expect, test } from 'vitest';
import { codesOf, diagnosticsOf, modelOf, onBase } from '../../support.js';

const uncertain = (text: string) => modelOf(onBase(text)).planning.uncertain;
const only = (text: string) => uncertain(text)[0]!;
const values = (parts: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      typeof part === 'object' && part !== null && 'value' in part ? String(part.value) : part,
    ]),
  );

describe('a number and how uncertain it is', () => {
  test('the value is what a plain run uses', () => {
    const model = modelOf(onBase('param managers = 25 ~ 20..30'));
    expect(model.params[0]?.value).toMatchObject({ kind: 'one', constant: { quantity: { path: 'managers' } } });
    expect(model.planning.uncertain.map(({ path, quantity }) => [path, quantity.value.toString()])).toEqual([
      ['managers', '25'],
    ]);
  });

  test.each([
    ['25 ~ 20..30', { kind: 'uniform', low: '20', high: '30', highIncluded: true, whole: false }],
    ['25 ~ uniform(20, 30)', { kind: 'uniform', low: '20', high: '30', highIncluded: true, whole: false }],
    ['25 ~ discrete(20..30)', { kind: 'uniform', low: '20', high: '30', highIncluded: true, whole: true }],
    ['25 ~ triangular(20, 25, 30)', { kind: 'triangular', low: '20', mode: '25', high: '30' }],
    ['25 ~ pert(high: 30, low: 20, mode: 25)', { kind: 'pert', low: '20', mode: '25', high: '30' }],
    ['25 ~ normal(mean: 25, sd: 2.5)', { kind: 'normal', mean: '25', deviation: '2.5' }],
    ['20% ~ beta(2, 8)', { kind: 'beta', alpha: '2', beta: '8' }],
    ['25 CNY ~ empirical(contacts.fee)', { kind: 'empirical', source: 'contacts', column: 'fee' }],
  ])('%s', (text, wanted) => {
    expect(values(only(`param x = ${text}`).distribution as never)).toEqual(wanted);
  });

  test('a lognormal names the percentiles it is given by', () => {
    const { distribution } = only('param x = 5M CNY ~ lognormal(p10: 3M, p90: 8M)');
    const ends = distribution.kind === 'lognormal' ? [distribution.low, distribution.high] : [];
    expect(ends.map(({ chance, value }) => [chance, value.value.toString()])).toEqual([
      [0.1, '3000000'],
      [0.9, '8000000'],
    ]);
  });

  test('chances stand in a line or in a table, exact', () => {
    const inLine = only('param x = 25 ~ discrete(20: 33.4%, 25: 33.3%, 30: 33.3%)').distribution;
    const inTable = only(
      'param x = 25 ~ discrete\n  | value | chance |\n  | 20 | 33.4% |\n  | 25 | 33.3% |\n  | 30 | 33.3% |',
    ).distribution;
    for (const found of [inLine, inTable]) {
      expect(found.kind === 'discrete' && found.cases.map((one) => one.chance.value.toString())).toEqual([
        '0.334',
        '0.333',
        '0.333',
      ]);
    }
  });

  test('bare numbers take the unit of the value, money too, and others are converted', () => {
    const { distribution } = only('param x = 650万 CNY per year ~ 50万 CNY per month..800万');
    expect(values(distribution as never)).toMatchObject({ low: '6000000', high: '8000000' });
  });

  test('a clip', () => {
    expect(values(only('param x = 25 ~ normal(25, 5) within 10..40').within as never)).toEqual({
      low: '10',
      high: '40',
    });
  });

  test('every number of it has a path', () => {
    const { distribution, within } = only('param x = 25 ~ triangular(20, 25, 30) within 10..40');
    const parts: unknown[] = [distribution, within].flatMap((one) => Object.values(one ?? {}) as unknown[]);
    const paths = parts.flatMap((part) => (part instanceof Object && 'path' in part ? [part.path] : []));
    expect(paths).toEqual(['x.low', 'x.mode', 'x.high', 'x.within.low', 'x.within.high']);
  });
});

describe('what cannot be', () => {
  test.each([
    ['25 ~ 30..20', ['B310']],
    ['25 ~ 26..30', ['B601']],
    ['25 ~ discrete(20: 30%, 25: 50%)', ['B602']],
    ['25 ~ discrete(20: 130%, 25: 20%)', ['B210']],
    ['25 ~ nrmal(25, 2)', ['B603']],
    ['25 ~ normal(25)', ['B604']],
    ['25 ~ normal(25, 0)', ['B210']],
    ['25 ~ beta(-1, 2)', ['B210']],
    ['25 ~ lognormal(3, 8)', ['B605']],
    ['25 ~ lognormal(p5: 0, p95: 8)', ['B210']],
    ['25 ~ lognormal(p5: 80, p95: 8)', ['B606']],
    ['25 ~ pert(30, 25, 20)', ['B606']],
    ['25 ~ 20..30 within 40..50', ['B607']],
    ['25% ~ 20..30', ['B203', 'B203']],
    ['25 ~ 20..30 CNY', ['B202']],
    ['25 CNY ~ 20 USD..30 USD', ['B202', 'B202']],
    ['25 ~ empirical(contacts.level)', ['B205']],
    ['25 CNY ~ empirical(contacts.fe)', ['B103']],
    ['25 ~ empirical(contacts.fee)', ['B204']],
    ['"a" ~ 1..2', ['B205']],
    ['[1, 2] ~ 1..2', ['B205']],
    ['25 ~ 2025-01..2025-02', ['B205']],
  ])('%s', (text, codes) => {
    expect(codesOf(onBase(`param x = ${text}`))).toEqual(codes);
  });

  test('an uncertain number is the same number in every rule that reads it', () => {
    expect(codesOf(onBase('param x = 25 ~ 20..30\nmetric big in count = employees * x'))).toEqual([]);
  });

  test('the repair of a lognormal names its percentiles', () => {
    const [found] = diagnosticsOf(onBase('param x = 25 ~ lognormal(20, 30)'));
    expect(found?.fix?.replacement).toBe('p5: 20, p95: 30');
  });
});
