import { analyse, link, parse, renameAt } from '@benchbook/dsl';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkbook } from '../src/index.js';
import { modelOf, project } from './support/project.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const RULEBOOK = readFileSync(`${root}/scenarios/coverage/coverage.bench`, 'utf8');

const analysisOf = (text: string) =>
  analyse(link(parse('rules.bench', text), new Map()), { facts: null, language: 'en' });

/** Everything that has a name of its own gets another, wherever it is named; columns are the file's. */
function renamed(text: string, another: (index: number) => string): string {
  const { length } = analysisOf(text).tree.declarations;
  return Array.from({ length }, (_, index) => index).reduce((now, index) => {
    const analysis = analysisOf(now);
    const name = analysis.tree.declarations[index]?.name;
    const noun = analysis.tree.declarations[index]?.noun;
    if (!name || noun === 'test' || noun === 'rulebook') return now;
    const { edits, refused } = renameAt(analysis, name.span.start, another(index));
    if (edits === null) throw new Error(`${name.text}: ${refused}`);
    return edits
      .toSorted((a, b) => b.start - a.start)
      .reduce((out, { start, end, replacement }) => out.slice(0, start) + replacement + out.slice(end), now);
  }, text);
}

async function figures(rules: string) {
  const files = Object.fromEntries(
    ['accounts', 'contacts'].map((name) => [
      `data/coverage/${name}.csv`,
      readFileSync(`${root}/data/coverage/${name}.csv`),
    ]),
  );
  const book = await openWorkbook({ root: await project({ ...files, 'rules.bench': rules }), file: 'rules.bench' });
  onTestFinished(() => book.close());
  const run = await book.run(await modelOf(book));
  const { levels, metrics, scores, targets, ranking } = await run.report('en');
  return {
    levels: Object.values(levels),
    means: Object.values(metrics).map(({ mean }) => mean),
    scores: scores.map(({ mean }) => mean),
    targets: targets.map(({ rows }) => rows.map(({ value }) => value)),
    ranking: ranking.slice(0, 20).map(({ key, score, metrics: of }) => [key, score, ...Object.values(of)]),
  };
}

test.each([
  ['Chinese, with hyphens and digits', (index: number) => `门店-名称${index}`],
  [
    'words of SQL',
    (index: number) =>
      ['Select', 'order', 'group', 'table', 'join', 'union', 'all', 'primary'][index] ?? `user_${index}`,
  ],
  [
    'what the engine could call its own',
    (index: number) => ['entity', 'row_id', 'key', 'name', 'position', 'c0'][index] ?? `q${index}`,
  ],
])('names mean nothing to the figures: %s', async (_, another) => {
  const text = renamed(RULEBOOK, another);
  expect(text).toContain(another(1));
  expect(await figures(text)).toEqual(await figures(RULEBOOK));
});
