import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check, format, lint, LINT_RULES, parse, repaired } from '@benchbook/dsl';
import type { LintFinding } from '@benchbook/dsl';
import { BASE, onBase, rendered, readProjectFile } from '../support.js';

const folder = fileURLToPath(new URL('../../../../docs/lint', import.meta.url));
const codes = LINT_RULES.map(({ code }) => code);

function findings(text: string): readonly LintFinding[] {
  const tree = parse('test.bench', text);
  return lint(tree, check(tree));
}

/** The rulebook around an example: a `rulebook` line of its own goes before the base, in place of the base's. */
const around = (text: string): string =>
  text.startsWith('rulebook') ? `${text}\n${BASE.replace(/^rulebook.*$/m, '')}` : onBase(text);

/** How often a rule speaks about the example itself. */
function inExample(text: string, code: string): number {
  const from = around(text).indexOf(text);
  return findings(around(text)).filter(
    ({ code: own, span }) => own === code && from <= span.start && span.end <= from + text.length,
  ).length;
}

const examplesOf = (page: string): { readonly info: string; readonly text: string }[] =>
  [...page.matchAll(/^```bench(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({
    info: info.trim(),
    text,
  }));

test('codes are in order and each has its page', () => {
  expect(codes).toEqual([...new Set(codes)].sort());
  const pages = readdirSync(folder).filter((file) => /^L\d{3}\.md$/.test(file));
  expect(pages.map((file) => file.replace('.md', '')).sort()).toEqual(codes);
});

test.each(['docs/lint/README.md'])('%s tells each rule, its severity and its repair', (page) => {
  const text = readProjectFile(page);
  const lines = LINT_RULES.map(({ code, title, severity, fix }) => ({
    code,
    title: title.en,
    zh: title.zh,
    severity,
    fix,
  }));
  expect(
    lines.filter(
      ({ code, title, zh, severity, fix }) =>
        !new RegExp(`\\(${code}\\.md\\).*${severity}.*${fix ?? ''}`).test(text) ||
        !text.includes(title) ||
        !text.includes(zh),
    ),
  ).toEqual([]);
});

describe.each(LINT_RULES)('$code', ({ code, fix, title }) => {
  const [wrong, right] = examplesOf(readProjectFile(`docs/lint/${code}.md`));

  test('its example breaks the rule once, and has no error', () => {
    expect(wrong?.info).toBe(`lint ${code}`);
    expect(inExample(wrong?.text ?? '', code)).toBe(1);
    expect(rendered(around(wrong?.text ?? ''))).toBe('');
  });

  test('its repair keeps the rule', () => {
    expect(right?.info).toBe('');
    expect(inExample(right?.text ?? '', code)).toBe(0);
    expect(rendered(around(right?.text ?? ''))).toBe('');
  });

  test.runIf(fix !== null)('its edits make the repair', () => {
    const text = onBase(wrong?.text ?? '');
    expect(
      format(
        parse(
          'test.bench',
          repaired(
            text,
            findings(text).filter((one) => one.code === code),
          ),
        ),
      ),
    ).toBe(format(parse('test.bench', onBase(right?.text ?? ''))));
  });

  test('it can be allowed for a declaration and for a file', () => {
    const text = `# lint: allow ${code} in this file\n${onBase(wrong?.text ?? '')}`;
    expect(findings(text).filter((one) => one.code === code)).toEqual([]);
  });

  test('it speaks English and Chinese', () => {
    const said = findings(around(wrong?.text ?? '')).find((one) => one.code === code)?.said;
    expect(said?.en.text).toMatch(/\.$/);
    expect(said?.zh.text).toMatch(/\p{Script=Han}.*。$/u);
    expect(said?.zh.hint === null).toBe(said?.en.hint === null);
    expect(title.zh).toMatch(/\p{Script=Han}/u);
  });
});
