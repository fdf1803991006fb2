import { describe, expect, test } from 'vitest';
import { codesOf, readProjectFile, rendered } from './support.js';

interface Block {
  readonly code: string | null;
  readonly text: string;
}

const blocksOf = (page: string): Block[] =>
  [...readProjectFile(page).matchAll(/^```bench(?: error (B\d{3}))?\n([\s\S]*?)^```$/gm)].map(
    ([, code, text = '']) => ({ code: code ?? null, text }),
  );

describe.each(['docs/language/reference.md', 'docs/language/reference.zh.md'])('%s', (page) => {
  const blocks = blocksOf(page);
  const rulebook = blocks.flatMap((block) => (block.code === null ? [block.text] : [])).join('\n');

  test('its examples are one rulebook with nothing wrong in it', () => {
    expect(rendered(rulebook)).toBe('');
  });

  test('each example that is marked as an error gives just that', () => {
    const marked = blocks.filter((block) => block.code !== null);
    expect(marked.map((block) => codesOf(`${rulebook}\n${block.text}`))).toEqual(marked.map((block) => [block.code]));
    expect(marked.length).toBeGreaterThan(0);
  });
});

test('both languages show the same examples', () => {
  expect(blocksOf('docs/language/reference.zh.md')).toEqual(blocksOf('docs/language/reference.md'));
});
