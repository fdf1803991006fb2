import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check, gather, parse, renderDiagnostics } from '@benchbook/dsl';
import { codesOf, readProjectFile, rendered } from './support.js';

interface Block {
  readonly code: string | null;
  readonly text: string;
}

/** Notebooks stand in fences of four ticks. */
const NOTEBOOK = /^````md\n([\s\S]*?)^````$/gm;

const blocksOf = (page: string): Block[] =>
  [
    ...readProjectFile(page)
      .replaceAll(NOTEBOOK, '')
      .matchAll(/^```bench(?: error (B\d{3}))?\n([\s\S]*?)^```$/gm),
  ].map(([, code, text = '']) => ({ code: code ?? null, text }));

const valid = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.code === null ? [block.text] : [])).join('\n');

const FIRST = 'docs/language/reference.md';
const folder = fileURLToPath(new URL('../../../docs/language', import.meta.url));
const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.md') && !file.startsWith('grammar'))
  .map((file) => `docs/language/${file}`);

/** What a terminal shows of a notebook that uses the reference's own example as `coverage.bench`. */
async function notebook(text: string): Promise<string> {
  const coverage = { file: 'coverage.bench', text: valid(blocksOf(FIRST)) };
  const program = await gather(parse('notebook.md', text), (path) =>
    Promise.resolve(path === coverage.file ? coverage : { lost: 'absent' }),
  );
  return renderDiagnostics(check(program).diagnostics, { files: program.files, language: 'en' });
}

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page);
  // Further pages go on where the reference's own example ends.
  const before = page.startsWith('docs/language/reference.') ? '' : valid(blocksOf(FIRST));
  const rulebook = `${before}\n${valid(blocks)}`;

  test('its examples are one rulebook with nothing wrong in it', () => {
    expect(rendered(rulebook)).toBe('');
  });

  test('its notebooks have nothing wrong in them', async () => {
    const notebooks = [...readProjectFile(page).matchAll(NOTEBOOK)].map(([, text = '']) => text);
    expect(await Promise.all(notebooks.map(notebook))).toEqual(notebooks.map(() => ''));
  });

  test('each example that is marked as an error gives just that', () => {
    const marked = blocks.filter((block) => block.code !== null);
    expect(marked.map((block) => codesOf(`${rulebook}\n${block.text}`))).toEqual(marked.map((block) => [block.code]));
    expect(marked.length).toBeGreaterThan(0);
  });
});

test.each(pages.filter((page) => !page.endsWith('.zh.md')))('%s shows the same examples in both languages', (page) => {
  expect(blocksOf(page.replace('.md', '.zh.md'))).toEqual(blocksOf(page));
});
