import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { KINDS, message } from '@benchbook/dsl';
import { codesOf, diagnosticsOf, onBase, readProjectFile } from '../support.js';

const folder = fileURLToPath(new URL('../../../../docs/diagnostics', import.meta.url));
const codes = Object.keys(KINDS).sort();

interface Example {
  readonly info: string;
  readonly text: string;
}

const examplesOf = (page: string): Example[] =>
  [...page.matchAll(/^```bench(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => {
    const alone = info.includes('alone');
    return { info: info.replace('alone', '').trim(), text: alone ? text : onBase(text) };
  });

test('every code of the language has its page, and no page is left over', () => {
  const pages = readdirSync(folder).filter((file) => /^B\d{3}\.md$/.test(file));
  expect(pages.map((file) => file.replace('.md', '')).sort()).toEqual(codes);
});

test('the index names every code', () => {
  const index = readProjectFile('docs/diagnostics/README.md');
  expect(codes.filter((code) => !index.includes(`(${code}.md)`))).toEqual([]);
});

test('the rulebook behind the examples has nothing wrong with it', () => {
  expect(codesOf(onBase(''))).toEqual([]);
});

describe.each(codes)('%s', (code) => {
  const [wrong, right] = examplesOf(readProjectFile(`docs/diagnostics/${code}.md`));

  test('its example says exactly this', () => {
    expect(wrong?.info).toBe(`error ${code}`);
    expect(codesOf(wrong?.text ?? '')).toEqual([code]);
  });

  test('its repair has nothing wrong with it', () => {
    expect(right?.info).toBe('');
    expect(codesOf(right?.text ?? '')).toEqual([]);
  });

  test('its mechanical repair, if it has one, repairs it', () => {
    const text = wrong?.text ?? '';
    const fix = diagnosticsOf(text)[0]?.fix;
    if (!fix) return;
    const repaired = text.slice(0, fix.span.start) + fix.replacement + text.slice(fix.span.end);
    expect(codesOf(repaired)).toEqual([]);
  });

  test('is said in English and in Chinese', () => {
    const [found] = diagnosticsOf(wrong?.text ?? '');
    if (!found) throw new Error('nothing found');
    const [en, zh] = [message(found, 'en'), message(found, 'zh')];
    expect(en.text).toMatch(/^[^\p{Script=Han}]*\.$|`/u);
    expect(zh.text).toMatch(/\p{Script=Han}.*。$/u);
    expect(zh.hint === null).toBe(en.hint === null);
  });
});
