import { expect, test } from 'vitest';
import { actionsAt, analyse, findings, parse, styleFindings } from '@benchbook/dsl';
import { onBase } from '../support.js';

const TEXT = onBase('metric load "Load" in contacts\n  = count(contacts) * 3\n');

test('what could be written better is told with its page, once nothing is wrong', () => {
  const analysis = analyse(parse('test.bench', TEXT));
  expect(findings(analysis).map(({ code }) => code)).toEqual([]);
  const found = styleFindings(analysis).find(({ code }) => code === 'L101');
  expect(found).toMatchObject({ severity: 'hint', page: 'docs/lint/L101.md' });
  expect(found?.fix?.edits.length).toBeGreaterThan(0);
  expect(styleFindings(analyse(parse('test.bench', `${TEXT}\nmetrik x = 1\n`)))).toEqual([]);
});

test('its repair is among what can be done there', () => {
  const analysis = analyse(parse('test.bench', TEXT));
  const at = TEXT.indexOf('* 3') + 2;
  expect(actionsAt(analysis, { start: at, end: at }).map(({ kind, code }) => `${kind} ${code ?? ''}`)).toContain(
    'fix L101',
  );
});

test('a number in a formula is offered its name once, as the repair of what was found', () => {
  const at = TEXT.indexOf('* 3') + 2;
  const offered = (language: 'en' | 'zh') =>
    actionsAt(analyse(parse('test.bench', TEXT), { language }), { start: at, end: at }).map(({ title }) => title);
  expect(offered('en').filter((title) => title.includes('name'))).toEqual(['Give this number a name']);
  expect(offered('zh')).toContain('给这个数字起名');
});

test('of two pictures that are the same, one is taken out', () => {
  const text = onBase('show risk by industry as bars\nshow risk by industry as bars\n');
  const found = styleFindings(analyse(parse('test.bench', text))).find(({ code }) => code === 'L127');
  expect(found?.fix?.title).toBe('Remove this one');
});
