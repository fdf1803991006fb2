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
