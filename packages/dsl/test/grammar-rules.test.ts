import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readProjectFile } from './support.js';

const page = readProjectFile('docs/language/grammar-rules.md');

test('the page of the grammar is made from the grammar that the parser is made from', () => {
  const script = fileURLToPath(new URL('../scripts/grammar-rules.mjs', import.meta.url));
  const made = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  expect(page, 'npm run --prefix packages/dsl grammar-rules').toBe(made);
});

test('every rule that it names it also gives', () => {
  const given = new Set([...page.matchAll(/^(\w+) ::= /gm)].map(([, name = '']) => name));
  const rules = [...page.matchAll(/```ebnf\n([\s\S]*?)```/g)].map(([, text = '']) => text).join('\n');
  const bare = rules.replaceAll(/\/\*.*?\*\/|"(?:[^"\\]|\\.)*"|'[^']*'|\[(?:[^\]\\]|\\.)*\]/g, '');
  const named = bare.match(/\b[A-Z]\w*/g) ?? [];
  expect(given.size).toBeGreaterThan(200);
  expect([...new Set(named)].filter((name) => !given.has(name))).toEqual([]);
});
