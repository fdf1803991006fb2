import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook } from './support/benchbook.js';
import { commandsIn, stepsOf } from './support/guide.js';

/**
 * Guides are followed step by step as their readers would: files are written, edits made, commands run, and each block of text is what the
 * commands above it print; `...` stands for what is left out.
 */

const root = path.join(import.meta.dirname, '../../..');
const RULEBOOK = 'scenarios/shops/shops.bench';

/** The lines of a diff that begin with a sign. */
const side = (diff: string, sign: string): string =>
  diff
    .split('\n')
    .flatMap((line) => (line.startsWith(sign) ? [`${line.slice(1)}\n`] : []))
    .join('');

/** An empty folder. */
const nothing = (): Promise<void> => Promise.resolve();

/** The sample project, as a checkout has it. */
async function sample(folder: string): Promise<void> {
  for (const each of ['scenarios/coverage', 'data/coverage'])
    await cp(path.join(root, each), path.join(folder, each), { recursive: true });
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: folder });
  };
  git('init', '-q');
  git('add', 'scenarios');
  git('commit', '-qm', 'one');
}

test.each([
  ['first-rulebook.md', 'C.UTF-8', nothing, 7],
  ['first-rulebook.zh.md', 'zh_CN.UTF-8', nothing, 7],
  ['what-if.md', 'C.UTF-8', sample, 5],
  ['what-if.zh.md', 'zh_CN.UTF-8', sample, 5],
  ['notebooks.md', 'C.UTF-8', sample, 2],
  ['notebooks.zh.md', 'zh_CN.UTF-8', sample, 2],
])('every step of docs/guides/%s comes to what it says', async (name, language, start, blocks) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-guide-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await start(folder);
  const write = async (file: string, content: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  };
  const run = async (args: readonly string[]): Promise<string> => {
    if (args[0] === 'serve') return '';
    const { stdout, stderr } = await benchbook(args, { cwd: folder, env: { LANG: language } });
    // Which rulebook was taken is told beside the answer.
    return stdout + stderr.replace(/^(?:Taking|采用) .*\n/m, '');
  };
  let [rules, printed, compared] = ['', '', 0];
  for (const { kind, file, content } of stepsOf(await readFile(path.join(root, 'docs/guides', name), 'utf8'))) {
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
  expect(compared).toBe(blocks);
});
