import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook } from './support/benchbook.js';
import { commandsIn, stepsOf } from './support/guide.js';

/**
 * The guide is followed step by step as its reader would: files are written, edits made, commands run, and each block of text is what the
 * commands above it print; `...` stands for what is left out.
 */

const RULEBOOK = 'scenarios/shops/shops.bench';

/** The lines of a diff that begin with a sign. */
const side = (diff: string, sign: string): string =>
  diff
    .split('\n')
    .flatMap((line) => (line.startsWith(sign) ? [`${line.slice(1)}\n`] : []))
    .join('');

test.each([
  ['docs/guides/first-rulebook.md', 'C.UTF-8'],
  ['docs/guides/first-rulebook.zh.md', 'zh_CN.UTF-8'],
])('every step of %s comes to what it says', async (name, language) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-first-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = async (file: string, content: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  };
  const run = async (args: readonly string[]): Promise<string> => {
    if (args[0] === 'serve') return '';
    const { stdout, stderr } = await benchbook(args, { cwd: folder, env: { LANG: language } });
    return stdout + stderr;
  };
  let [rules, printed, compared] = ['', '', 0];
  for (const { kind, file, content } of stepsOf(
    await readFile(path.join(import.meta.dirname, '../../..', name), 'utf8'),
  )) {
    if (kind === 'csv') await write(file ?? '', content);
    if (kind === 'bench') rules += rules === '' ? content : `\n${content}`;
    if (kind === 'diff') {
      expect(rules).toContain(side(content, '-'));
      rules = rules.replace(side(content, '-'), () => side(content, '+'));
    }
    if (kind === 'bench' || kind === 'diff') await write(RULEBOOK, rules);
    if (kind === '') {
      printed = '';
      for (const args of commandsIn(content)) printed += await run(args);
    }
    if (kind !== 'text') continue;
    for (const part of content.split(/^\.\.\.\n/m)) expect(printed).toContain(part.trimEnd());
    compared += 1;
  }
  expect(compared).toBe(7);
});
