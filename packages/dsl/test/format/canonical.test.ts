import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { format, parse } from '@benchbook/dsl';
import { readProjectFile } from '../support.js';

/** What people read and copy is in the form that `benchbook fmt` gives: rulebooks, notebooks and examples. */

const SKIPPED = /(^|\/)(node_modules|dist|\..*)(\/|$)|^packages\/dsl\/test\/(?:diagnostics|corpus\/files)\//;

const files = readdirSync(fileURLToPath(new URL('../../../..', import.meta.url)), { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => /\.(bench|md)$/.test(file) && !SKIPPED.test(file));

test.each(files)('%s', (file) => {
  const text = readProjectFile(file);
  expect(format(parse(file, text)), `npx benchbook fmt ${file}`).toBe(text);
});
