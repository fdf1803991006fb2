import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { KINDS, message } from '@benchbook/dsl';
import { diagnosticsOf, findingsOf, onBase, readProjectFile } from '../support.js';

const folder = fileURLToPath(new URL('../../../../docs/diagnostics', import.meta.url));
const codes = Object.keys(KINDS).sort();

interface Example {
  readonly info: string;
  readonly text: string;
  /** A notebook's example stands in a fence of four ticks, marked `md`. */
  readonly file: 'test.bench' | 'test.md';
}

const examplesOf = (page: string): Example[] =>
  [...page.matchAll(/^(`{3,})(bench|md)(.*)\n([\s\S]*?)^\1$/gm)].map(([, , language, info = '', text = '']) => {
    if (language === 'md') return { info: info.trim(), text, file: 'test.md' };
    const alone = info.includes('alone');
    const rows = Number(/with (\d+) rows/.exec(info)?.[1] ?? 1);
    const whole = text.replace(/^.*\{n\}.*\n/gm, (row) => repeated(row, rows));
    const code = info.replace(/alone|with \d+ rows/, '').trim();
    return { info: code, text: alone ? whole : onBase(whole), file: 'test.bench' };
  });

/** A row that stands for many, numbered from 1. */
const repeated = (row: string, times: number): string =>
  Array.from({ length: times }, (_, index) => row.replaceAll('{n}', String(index + 1))).join('');

test('every code of the language has its page, and no page is left over', () => {
  const pages = readdirSync(folder).filter((file) => /^B\d{3}\.md$/.test(file));
  expect(pages.map((file) => file.replace('.md', '')).sort()).toEqual(codes);
});

test('the index names every code', () => {
  const index = readProjectFile('docs/diagnostics/README.md');
  expect(codes.filter((code) => !index.includes(`(${code}.md)`))).toEqual([]);
});

test('the rulebook behind the examples has nothing wrong with it', () => {
  expect(findingsOf(onBase(''))).toEqual([]);
});

/** Most examples are pieces: what nothing reads is said of them only on the pages about that. */
const UNUSED = ['B115', 'B116'];

describe.each(codes)('%s', (code) => {
  const found = UNUSED.includes(code) ? findingsOf : diagnosticsOf;
  const codesOf = (text: string, file?: string): string[] => found(text, file).map((one) => one.code);
  const [wrong, right] = examplesOf(readProjectFile(`docs/diagnostics/${code}.md`));

  test('its example says exactly this', () => {
    expect(wrong?.info).toBe(`error ${code}`);
    expect(codesOf(wrong?.text ?? '', wrong?.file)).toEqual([code]);
  });

  test('its repair has nothing wrong with it', () => {
    expect(right?.info).toBe('');
    expect(codesOf(right?.text ?? '', right?.file)).toEqual([]);
  });

  test('its mechanical repair, if it has one, repairs it', () => {
    const text = wrong?.text ?? '';
    const fix = found(text, wrong?.file)[0]?.fix;
    if (!fix) return;
    const repaired = text.slice(0, fix.span.start) + fix.replacement + text.slice(fix.span.end);
    expect(codesOf(repaired, wrong?.file)).toEqual([]);
  });

  test('is said in English and in Chinese', () => {
    const [first] = found(wrong?.text ?? '', wrong?.file);
    if (!first) throw new Error('nothing found');
    const [en, zh] = [message(first, 'en'), message(first, 'zh')];
    expect(en.text).toMatch(/^[^\p{Script=Han}]*\.$|`/u);
    expect(zh.text).toMatch(/\p{Script=Han}.*。$/u);
    expect(zh.hint === null).toBe(en.hint === null);
  });
});
