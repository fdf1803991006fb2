import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { benchbook } from './support/benchbook.js';

/** The notebooks of the contact-coverage report run, and no figure in their prose is anybody's word alone. */

const root = path.join(import.meta.dirname, '../../..');
const NOTEBOOKS = [
  'as-published',
  'by-industry',
  'by-industry-and-size',
  'stricter-finance',
  'findings',
  'action-plan',
];

/** Prose, without the numbers of its headings. */
const proseOf = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/^#+ \d+\. /gm, '');

const figuresIn = (text: string): string[] =>
  (text.match(/\d[\d,_]*(?:\.\d+)?%?/g) ?? []).map((figure) =>
    figure
      .replaceAll(/[_,](?=\d{3})/g, '')
      .replace(/,$/, '')
      .replace(/\.0+(?=%|$)/, ''),
  );

/** What was run: the cells and their results, without the prose around them. */
function ranOf(written: string, rendered: string): string {
  const prose = new Set(proseOf(written).split('\n'));
  return rendered
    .split('\n')
    .filter((line) => line.trim() === '' || !prose.has(line))
    .join('\n');
}

test.each(NOTEBOOKS)(
  'every figure in the prose of %s is in a cell or its result',
  { timeout: 180_000 },
  async (name) => {
    const file = `scenarios/coverage/${name}.md`;
    const written = await readFile(path.join(root, file), 'utf8');
    const { code, stdout, stderr } = await benchbook(['run', file, '--format', 'markdown'], { cwd: root });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const known = new Set(figuresIn(ranOf(written, stdout)));
    const said = figuresIn(proseOf(written));
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((figure) => !known.has(figure))).toEqual([]);
  },
);

/** The rows of the table under a title, as texts. */
function rowsUnder(rendered: string, title: string): string[][] {
  const after = rendered.slice(rendered.indexOf(`**${title}**`));
  const table = /^\|.*\n\| [-: |]+\n((?:\|.*\n)+)/m.exec(after)?.[1] ?? '';
  return table
    .trim()
    .split('\n')
    .map((line) => line.slice(2, -2).split(' | '));
}

const run = async (name: string): Promise<string> =>
  (await benchbook(['run', `scenarios/coverage/${name}.md`, '--format', 'markdown'], { cwd: root })).stdout;

test('each control has positions that move accounts, and says why where none does', async () => {
  expect(rowsUnder(await run('as-published'), 'Department coverage that is asked for')).toEqual([
    ['20%', '691', '684', '32', '679'],
    ['40%', '1,121', '273', '13', '230'],
    ['60% (as it is)', '1,339', '67', '1', '0'],
    ['80%', '1,361', '46', '0', '23'],
  ]);
  expect(await run('as-published')).toContain('No position of generic.contact_density moves anybody');
});

test('the industry table comes to other numbers, and whoever moves is named with the bar that did it', async () => {
  const rendered = await run('by-industry');
  expect(rowsUnder(rendered, 'From one bar to the table')).toEqual([
    ['high', 'high', '1,328'],
    ['medium', 'high', '25'],
    ['medium', 'medium', '42'],
    ['low', 'medium', '1'],
    ['high', 'unknown', '11'],
  ]);
  expect(rendered).toContain('| Blanchard Ltd | medium | high | Department coverage | 60.00% | ≥ 60% → ≥ 80% |');
});

test('size adds nothing that a level would show', async () => {
  expect(await run('by-industry-and-size')).toContain(
    'Nobody moves between By industry and By industry and size, strictest.',
  );
});

test('stricter finance moves two accounts', async () => {
  expect(rowsUnder(await run('stricter-finance'), 'From the industry table to stricter finance')).toEqual([
    ['high', 'high', '1,353'],
    ['medium', 'high', '2'],
    ['medium', 'medium', '41'],
    ['unknown', 'unknown', '11'],
  ]);
});

// The plan takes half a minute to work out, and once is enough.
test.each(NOTEBOOKS.filter((name) => name !== 'action-plan'))(
  '%s has a picture under its headings, as HTML and in Chinese',
  { timeout: 180_000 },
  async (name) => {
    const args = ['run', `scenarios/coverage/${name}.md`, '--format', 'html', '--lang', 'zh'];
    const { code, stdout } = await benchbook(args, { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain('<html lang="zh-CN">');
    expect(stdout.match(/<svg /g)?.length ?? 0).toBeGreaterThanOrEqual(2);
  },
);
