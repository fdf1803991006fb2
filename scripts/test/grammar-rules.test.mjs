import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grammarRules } from '../../packages/dsl/scripts/grammar-rules.mjs';

const page = readFileSync(new URL('../../docs/language/grammar-rules.md', import.meta.url), 'utf8');

test('the page of the grammar is made from the grammar that the parser is made from', () => {
  expect(page, 'npm run --prefix packages/dsl grammar-rules').toBe(grammarRules());
});

test('every rule that it names it also gives', () => {
  const given = new Set([...page.matchAll(/^(\w+) = /gm)].map(([, name]) => name));
  const bodies = [...page.matchAll(/^\w+ = (.*) ;$/gm)].map(([, body = '']) =>
    body.replaceAll(/"(?:[^"\\]|\\.)*"|\/\[.*?\]\/|\/\.\//g, ''),
  );
  const named = bodies.flatMap((body) => body.match(/[A-Z]\w*/g) ?? []);
  expect(named.length).toBeGreaterThan(300);
  expect([...new Set(named)].filter((name) => !given.has(name))).toEqual([]);
});
