import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { generateCoverage } from './coverage.js';
import { generateLarge } from './large/generate-large.js';
import { parseOptions } from './options.js';
import { Refusal } from './refusal.js';

/** The package's own folder, so that the command does the same from any directory. */
const home = fileURLToPath(new URL('..', import.meta.url));

try {
  const { seed, out, size } = parseOptions(process.argv.slice(2));
  const lines = size
    ? await generateLarge(size.accounts, seed, out ?? join(home, 'large', size.label))
    : await generateCoverage(seed, out ?? join(home, 'coverage'));
  for (const line of lines) console.log(line);
} catch (error) {
  // What cannot be done, and folders that cannot be written, are told in a sentence; anything else is ours to see in full.
  const expected = error instanceof Refusal || (error instanceof Error && 'syscall' in error);
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
