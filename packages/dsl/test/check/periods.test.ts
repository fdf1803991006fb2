import { describe, expect, test } from 'vitest';
import { codesOf, diagnosticsOf, modelOf, onBase } from '../support.js';

const dated = (rows: string, head = '| industry | from | until | decision_share |'): string =>
  onBase(`benchmark b\n  ${head}\n${rows}`).replace('rulebook example "示例"', 'rulebook example as of 2024-12-31');

describe('rows with dates', () => {
  test('hold from a day up to, but not on, another; the first day is part of their path', () => {
    const rows =
      '  | A | 2024-01-01 | 2024-07-01 | >= 20% |\n  | A | 2024-07-01 | - | >= 25% |\n  | else | - | - | >= 10% |';
    const { table } = modelOf(dated(rows)).benchmarks.find(({ name }) => name === 'b') ?? {};
    expect(table?.inputs.map(({ name }) => name)).toEqual(['industry', 'as of']);
    expect(table?.rows.map(({ conditions }) => conditions[1])).toEqual([
      {
        kind: 'range',
        range: {
          low: { kind: 'date', iso: '2024-01-01' },
          lowIncluded: true,
          high: { kind: 'date', iso: '2024-07-01' },
          highIncluded: false,
        },
      },
      {
        kind: 'range',
        range: { low: { kind: 'date', iso: '2024-07-01' }, lowIncluded: true, high: null, highIncluded: false },
      },
      { kind: 'any' },
    ]);
    expect(table?.rows.map(({ outcomes: [one] }) => (one?.kind === 'bound' ? one.quantity.path : null))).toEqual([
      'b[A, 2024-01-01].decision_share',
      'b[A, 2024-07-01].decision_share',
      'b[else, -].decision_share',
    ]);
  });

  test('without `until` a row holds until the next one for the same case begins', () => {
    const rows = '  | A | 2024-07 | >= 25% |\n  | A | 2024-01 | >= 20% |\n  | B | 2024-03 | >= 10% |';
    const { table } =
      modelOf(dated(rows, '| industry | from | decision_share |')).benchmarks.find(({ name }) => name === 'b') ?? {};
    const ends = table?.rows.map(({ conditions: [, day] }) => (day?.kind === 'range' ? day.range.high : day));
    expect(ends).toEqual([null, { kind: 'date', iso: '2024-07-01' }, null]);
  });

  test.each([
    ['overlapping periods', '  | A | 2024-01-01 | 2024-07-02 | >= 20% |\n  | A | 2024-07-01 | - | >= 25% |', ['B305']],
    ['a gap', '  | A | 2024-01-01 | 2024-06-30 | >= 20% |\n  | A | 2024-07-01 | - | >= 25% |', ['B427']],
    ['a period that ends as it begins', '  | A | 2024-01-01 | 2024-01-01 | >= 20% |', ['B310']],
    ['a blank day', '  | A | | 2024-01-01 | >= 20% |', ['B302']],
    ['a day that does not exist', '  | A | 2024-02-30 | - | >= 20% |', ['B209']],
    ['a day written another way', '  | A | 2024/01/01 | - | >= 20% |', ['B016']],
    ['a text', '  | A | spring | - | >= 20% |', ['B303']],
  ])('%s', (_, rows, codes) => {
    expect(codesOf(dated(rows))).toEqual(codes);
  });

  test('two cases may hold at one time, and neither has a gap for the other', () => {
    const rows = '  | A | 2024-01-01 | 2024-07-01 | >= 20% |\n  | B | 2024-09-01 | - | >= 25% |';
    expect(codesOf(dated(rows))).toEqual([]);
  });

  test('need a day to be asked for, unless they are asked for the day of each row', () => {
    const rate = 'table rate\n  | from | -> rate |\n  | 2024-01 | 7.1 |\n';
    expect(codesOf(onBase(`${rate}metric m of accounts\n  = rate`))).toEqual(['B422']);
    expect(codesOf(onBase(`${rate}metric m of accounts\n  = rate(on since)`))).toEqual([]);
    expect(
      diagnosticsOf(onBase('benchmark b\n  | from | decision_share |\n  | 2024-01 | >= 20% |')).map(({ code }) => code),
    ).toEqual(['B422']);
  });
});
