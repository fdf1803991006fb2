import { describe, expect, test } from 'vitest';
import type { LevelReport } from '@benchbook/engine/results';
import { formatFor, tidyThreshold } from '../src/language/format.js';
import { headline } from '../src/language/headline.js';
import { LANGUAGES, wordsOf } from '../src/language/language.js';
import { shapeNote } from '../src/language/shape-note.js';

const en = { words: wordsOf('en'), format: formatFor('en') };
const zh = { words: wordsOf('zh'), format: formatFor('zh') };

describe('the dictionaries', () => {
  // That no key is missing is a matter of types; what types cannot see is an empty or untranslated text.
  test.each(LANGUAGES)('%s has a text for every key', (language) => {
    const all = texts(wordsOf(language)).filter(([key]) => key !== 'sentenceGap'); // Chinese needs none
    for (const [key, text] of all) expect(text.trim(), key).not.toBe('');
  });

  test('Chinese is Chinese: what reads the same in both is a name or a mark', () => {
    const english = new Map(texts(wordsOf('en')));
    const same = texts(wordsOf('zh'))
      .filter(([key, text]) => english.get(key) === text)
      .map(([key]) => key);
    expect(same.sort()).toEqual(['exportCsv', 'exportJson', 'lineOf', 'product', 'scoreOf']);
  });
});

describe('the headline', () => {
  const risk = level([
    ['high', 1339],
    ['medium', 67],
    ['low', 1],
  ]);

  test('tells the first label alone, then all but the last together, and what those have in common', () => {
    const missing = { count: 1406, byLabel: [1339, 67, 0] };
    expect(headline(risk, 1407, missing, en.words, en.format)).toBe(
      '1,339 of 1,407 (95.2%) are high risk; 1,406 (99.9%) are high or medium: they miss at least one benchmark.',
    );
  });

  test('says nothing of benchmarks before the rows are there', () => {
    expect(headline(risk, 1407, null, en.words, en.format)).toBe(
      '1,339 of 1,407 (95.2%) are high risk; 1,406 (99.9%) are high or medium.',
    );
  });

  test('does not claim of a label what holds for some of its accounts only', () => {
    expect(headline(risk, 1407, { count: 1400, byLabel: [1339, 61, 0] }, en.words, en.format)).toBe(
      '1,339 of 1,407 (95.2%) are high risk; 1,406 (99.9%) are high or medium. 1,400 (99.5%) miss at least one benchmark.',
    );
  });

  test('joins more than two labels, and needs no second part for two', () => {
    const four = level([
      ['critical', 1],
      ['high', 1],
      ['medium', 1],
      ['low', 1],
    ]);
    expect(headline(four, 4, null, en.words, en.format)).toContain('3 (75.0%) are critical, high or medium.');
    expect(headline(four, 4, null, zh.words, zh.format)).toContain('critical、high 或 medium 合计 3 个（75.0%）。');
    expect(
      headline(
        level([
          ['yes', 3],
          ['no', 1],
        ]),
        4,
        null,
        en.words,
        en.format,
      ),
    ).toBe('3 of 4 (75.0%) are yes risk.');
  });
});

describe('a Chinese sentence', () => {
  test('has spaces around Latin names and figures, none between Chinese and Chinese', () => {
    expect(zh.words.breakdownTitle('industry')).toBe('按 industry');
    expect(zh.words.breakdownTitle('规模')).toBe('按规模');
    expect(zh.words.headlineFirst('3', '4', '75.0%', 'high', '风险等级')).toBe(
      '4 个对象中有 3 个（75.0%）的风险等级为 high',
    );
  });
});

describe('a mean that describes nobody', () => {
  const display = { zero_share: '45.0%' } as Parameters<typeof shapeNote>[0]['display'];
  test('is told where much stands at zero, or where it is far from the median', () => {
    expect(shapeNote({ mean: 186, median: 102, zero_share: 0.45, display }, en.words, en.format)).toContain(
      '45.0% stand at exactly zero',
    );
    expect(shapeNote({ mean: 30, median: 10, zero_share: 0, display }, en.words, en.format)).toBe(
      'The mean is 3 times the median: a few large values pull it up.',
    );
    expect(shapeNote({ mean: 11, median: 10, zero_share: 0, display }, en.words, en.format)).toBeNull();
    expect(shapeNote({ mean: null, median: null, zero_share: null, display }, en.words, en.format)).toBeNull();
  });
});

describe('numbers', () => {
  test('are written as the language writes them', () => {
    expect(en.format.short(12_000)).toBe('12K');
    expect(zh.format.short(12_000)).toBe('1.2万');
    expect(tidyThreshold('>= 5')).toBe('≥ 5');
  });

  test('of one column have the same digits', () => {
    const write = en.format.column([16, 15.991, null], 'number');
    expect([16, 15.991].map(write)).toEqual(['16.00', '15.99']);
    expect(en.format.column([16, 3], 'number')(16)).toBe('16');
  });
});

function texts(words: object): [string, string][] {
  return (Object.entries(words) as [string, unknown][]).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[key, value]];
    if (typeof value === 'function')
      return [[key, String((value as (...parts: string[]) => string)('1', '2', '3', '4', '5'))]];
    return texts(value as object).map(([inner, text]) => [`${key}.${inner}`, text]);
  });
}

function level(counts: readonly (readonly [string, number])[]): LevelReport {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  let before = 0;
  return {
    name: 'risk',
    label: null,
    line: 1,
    unknown: 0,
    labels: counts.map(([label, count], index) => {
      before += count;
      const share = count / total;
      const cumulative = before / total;
      const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
      return {
        label,
        count,
        share,
        share_display: percent(share),
        cumulative,
        cumulative_display: percent(cumulative),
        rule: '',
        line: index + 2,
      };
    }),
  };
}
