import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../src/index.js';
import { modelOf } from '../support/project.js';

/** Rulebooks whose own tests say what each table gives, row by row. */
const root = fileURLToPath(new URL('../tables', import.meta.url));
const files = readdirSync(root).filter((file) => file.endsWith('.bench'));

describe.each(files)('%s', (file) => {
  const titles = [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/^test "([^"]+)"/gm)].map(([, title]) => title);

  test('gives what its tests say', async () => {
    const book = await openWorkbook({ root, file });
    try {
      const results = await book.test(await modelOf(book));
      expect(results.map(({ name }) => name)).toEqual(titles);
      expect(results.flatMap(({ name, failures }) => failures.map((failure) => ({ name, ...failure })))).toEqual([]);
    } finally {
      await book.close();
    }
  });
});
