import { describe, expect, test } from 'vitest';
import type { LevelReport, ShowResult } from '@benchbook/engine/results';
import { formatFor, tidyThreshold } from '../src/language/format.js';
import { headline } from '../src/language/headline.js';
import { LANGUAGES, wordsOf } from '../src/language/language.js';
import { shapeNote } from '../src/language/shape-note.js';
import { showTitle } from '../src/language/show-title.js';
import { spoken } from '../src/language/spoken.js';
import { cellsOf } from '../src/language/table-row.js';
import { accounts } from './fixture/population.js';
import { report } from './fixture/report.js';

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

describe('the headline where levels are unknown', () => {
  const counts = [
    ['high', 300],
    ['medium', 40],
    ['low', 10],
  ] as const;

  test('says so after the others while they are the minority', () => {
    expect(headline(level(counts, 10), 360, null, en.words, en.format)).toMatch(
      /^300 of 360 \(.*are high risk; 340 .*\. 10 \(2\.8%\) cannot be placed: too little is known of them\.$/,
    );
  });

  test('leads with it where they are half or more, and only counts the others', () => {
    expect(headline(level(counts, 650), 1000, null, en.words, en.format)).toBe(
      '650 of 1,000 (65.0%) cannot be placed: too little is known to tell their risk. ' +
        'The other 350: 300 high, 40 medium, 10 low.',
    );
    expect(headline(level(counts, 650), 1000, null, zh.words, zh.format)).toBe(
      '1,000 个对象中有 650 个（65.0%）的 risk 未知：已知信息不足以判定。其余 350 个：high 300 个、medium 40 个、low 10 个。',
    );
  });

  test('claims nothing of benchmarks where nobody is known', () => {
    const none = level(
      counts.map(([label]) => [label, 0]),
      360,
    );
    expect(headline(none, 360, { count: 0, byLabel: [0, 0, 0] }, en.words, en.format)).toBe(
      '360 of 360 (100.0%) cannot be placed: too little is known to tell their risk.',
    );
  });

  test('is silent about benchmarks where everybody has the last label', () => {
    const fine = level([
      ['high', 0],
      ['medium', 0],
      ['low', 5],
    ]);
    expect(headline(fine, 5, { count: 0, byLabel: [0, 0, 0] }, en.words, en.format)).not.toContain('benchmark');
  });
});

describe('a label in an English sentence', () => {
  test('begins small, but for abbreviations; a Chinese one gives way to the name', () => {
    expect(spoken({ name: 'risk', label: 'Risk' }, 'en')).toBe('risk');
    expect(spoken({ name: 'risk', label: 'CRM status' }, 'en')).toBe('CRM status');
    expect(spoken({ name: 'service_tier', label: '服务层级' }, 'en')).toBe('service tier');
    expect(spoken({ name: 'risk', label: '风险等级' }, 'zh')).toBe('风险等级');
  });
});

describe('the title of a show', () => {
  const text = (name: string, label: string) => ({ name, label, kind: 'text' as const });
  const number = (name: string, label: string, kind: 'number' | 'percent' | 'count' = 'number') => ({
    name,
    label,
    kind,
  });
  const whole = report(accounts(10));
  const titled = (
    title: string,
    form: ShowResult['form'],
    columns: ShowResult['columns'],
    said: typeof en | typeof zh,
  ): string => showTitle({ title, form, columns }, whole, said.words, said.format).text;

  test('is put together from the labels of its columns', () => {
    const rates = [text('industry', 'industry'), number('a', 'A', 'percent'), number('count', 'count', 'count')];
    expect(titled('passed by industry as matrix', 'matrix', rates, en)).toBe('Pass rates by industry');
    const mean = [
      text('industry', '行业'),
      text('size', '规模'),
      number('mean', '优先级'),
      number('n', '数量', 'count'),
    ];
    expect(titled('priority by industry, size as heatmap', 'heatmap', mean, zh)).toBe('优先级 · 按行业与规模');
    const risk = [text('industry', '行业'), text('risk', '风险等级'), number('count', '数量', 'count')];
    expect(titled('risk by industry as bars', 'bars', risk, zh)).toBe('风险等级 · 按行业');
    expect(titled('contact_density as distribution', 'distribution', [], zh)).toBe('联系人密度比 · 分布');
    expect(titled('contact_density as distribution', 'distribution', [], en)).toBe('Distribution of contact density');
    const top = [text('name', '客户名称'), number('priority', '优先级')];
    expect(titled('key_accounts top 20 by priority as table', 'table', top, zh)).toBe('重点客户 · 按优先级前 20');
    expect(titled('x, y as scatter', 'scatter', [number('x', 'X'), number('y', 'Y')], en)).toBe('Y against X');
  });

  test('is the rulebook’s own where it gives one, and the text as written where nothing better is known', () => {
    const own = { title: 'Where it burns', form: 'bars' as const, columns: [] };
    expect(showTitle(own, whole, en.words, en.format)).toEqual({ text: 'Where it burns', rule: null });
    const odd = { title: 'what as bars', form: 'bars' as const, columns: [] };
    expect(showTitle(odd, whole, en.words, en.format)).toEqual({ text: 'what as bars', rule: null });
  });
});

describe('a table’s row as written', () => {
  test('falls into its cells, bars inside quotation marks being text', () => {
    expect(cellsOf('| >= 5   | "a | b" |  |')).toEqual(['>= 5', '"a | b"', '']);
    expect(cellsOf('no row')).toEqual([]);
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

function level(counts: readonly (readonly [string, number])[], unknown = 0): LevelReport {
  const total = counts.reduce((sum, [, count]) => sum + count, unknown);
  let before = 0;
  return {
    name: 'risk',
    label: null,
    file: 'coverage.bench',
    line: 1,
    unknown,
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
        file: 'coverage.bench',
        line: index + 2,
      };
    }),
  };
}
