import { analyse, parse, TOKEN_KINDS, tokens } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { BASE, COVERAGE } from '../support.js';
import { editing } from './support.js';

/** The colours of what is added to the base: `kind text` each. */
function coloured(added: string): readonly string[] {
  const { analysis, text } = editing(added);
  return tokens(analysis, { start: BASE.length + 1, end: text.length }).map(
    ({ start, end, kind, defines }) => `${kind}${defines ? '!' : ''} ${text.slice(start, end)}`,
  );
}

describe('tokens', () => {
  test('words of the language, names by what they stand for, texts, numbers, signs', () => {
    expect(coloured('population p "大客户" of accounts\n  where employees > 1_000 # many')).toEqual([
      'noun population',
      'population! p',
      'text "大客户"',
      'keyword of',
      'source accounts',
      'keyword where',
      'column employees',
      'operator >',
      'number 1_000',
      'comment # many',
    ]);
  });

  test('a cell by what it is: a condition, a threshold, a label, a value', () => {
    expect(
      coloured('benchmark b\n  | industry | contact_density |\n  | not 金融服务业, "a, b" | >= 5 |\n  | else | - |'),
    ).toEqual([
      ...['noun benchmark', 'benchmark! b', 'bar |', 'column industry', 'bar |', 'metric contact_density', 'bar |'],
      ...[
        'bar |',
        'keyword not',
        'value 金融服务业',
        'operator ,',
        'text "a, b"',
        'bar |',
        'operator >=',
        'number 5',
        'bar |',
      ],
      ...['bar |', 'keyword else', 'bar |', 'operator -', 'bar |'],
    ]);
  });

  test('names inside texts, a part of a text each', () => {
    expect(coloured('level r\n  | failed | r | because |\n  | 0 | ok | "all {judged} pass" |')).toEqual([
      ...[
        'noun level',
        'level! r',
        'bar |',
        'judgement failed',
        'bar |',
        'level r',
        'bar |',
        'column! because',
        'bar |',
      ],
      ...[
        'bar |',
        'number 0',
        'bar |',
        'label! ok',
        'bar |',
        'text "all {',
        'judgement judged',
        'text } pass"',
        'bar |',
      ],
    ]);
  });

  test('a declaration that cannot be read keeps the colours of what can be told', () => {
    expect(coloured('metric x in percent\n  = count(contacts) / ) strange "text')).toEqual([
      ...['noun metric', 'metric! x', 'keyword in', 'keyword percent', 'operator =', 'operator (', 'operator )'],
      ...['operator /', 'operator )', 'text "text'],
    ]);
  });

  test('tokens stand in order, apart from each other, on one line each, and of a known kind', () => {
    const found = tokens(analyse(parse('coverage.bench', COVERAGE)));
    expect(found.length).toBeGreaterThan(1_000);
    let at = 0;
    for (const { start, end, kind } of found) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      expect(COVERAGE.slice(start, end)).not.toContain('\n');
      expect(TOKEN_KINDS).toContain(kind);
      at = end;
    }
  });
});
