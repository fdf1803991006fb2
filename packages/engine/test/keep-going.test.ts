import { check, parse, type Declaration } from '@benchbook/dsl';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbook, type Report, type Workbook } from '../src/index.js';

/**
 * One declaration after the other of the published report's rules is spoilt. What still runs must come to the figures of a rulebook in which
 * what is left out does not stand at all: a mistake takes nothing with it but what stands on it.
 */

const root = fileURLToPath(new URL('../../..', import.meta.url));
const file = 'scenarios/coverage/coverage.bench';
const RULEBOOK = readFileSync(`${root}/${file}`, 'utf8');
const { declarations } = parse(file, RULEBOOK);
const titled = ({ noun, name }: Declaration): string => `${noun} ${name?.text ?? ''}`;

let book: Workbook;
beforeAll(async () => {
  book = await openWorkbook({ root, file });
});
afterAll(() => book.close());

/** What runs of a text, what is wrong with it, and what is left out of it. */
function read(text: string) {
  const { model, diagnostics, leftOut } = check(parse(file, text));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { model, errors, leftOut: leftOut.map(({ noun, name }) => `${noun} ${name}`) };
}

/** The rulebook with a clause that no declaration has, as the last line of one. */
function spoil({ span }: Declaration): string {
  const end = RULEBOOK.slice(0, span.end).trimEnd().length;
  return `${RULEBOOK.slice(0, end)}\n  nonsense 5${RULEBOOK.slice(end)}`;
}

/** The rulebook without a declaration and what was left out with it, and without what has no name and stands on them: applications, checks and shows. */
function without(spoilt: Declaration, titles: readonly string[]) {
  const text = (some: readonly Declaration[]): string =>
    some.map(({ span }) => RULEBOOK.slice(span.start, span.end)).join('\n');
  const [named, others] = [true, false].map((has) =>
    declarations.filter((one) => one !== spoilt && (one.name !== null) === has),
  );
  const kept = (named ?? []).filter((one) => !titles.includes(titled(one)));
  const sound = (others ?? []).reduce(
    (so, one) => (read(text([...so, one])).errors.length > 0 ? so : [...so, one]),
    kept,
  );
  return read(text(sound));
}

const figuresOf = ({ levels, metrics, scores, targets, ranking, population, sources }: Report) => ({
  levels,
  // A metric says on which line it stands, and lines differ.
  metrics: Object.entries(metrics).map(([name, { mean, pass_rate: rate }]) => ({ name, mean, rate })),
  scores: scores.map(({ name, mean, max }) => ({ name, mean, max })),
  targets: targets.map(({ name, rows }) => ({ name, rows: rows.map(({ text, value }) => ({ text, value })) })),
  ranking: ranking.slice(0, 50),
  population: population.size,
  sources: sources.map(({ name, rows_kept: kept }) => ({ name, kept })),
});

const judged = declarations.find((one) => titled(one) === 'source accounts');
const others = declarations.filter((one) => one !== judged && one.noun !== 'rulebook' && one.noun !== 'test');

test('without the source that is judged there is nothing to run', () => {
  expect(judged && read(spoil(judged)).model?.applies).toEqual([]);
});

test.each(others.map((one) => [titled(one), one] as const))('a mistake in %s', async (title, spoilt) => {
  const broken = read(spoil(spoilt));
  expect(broken.errors.map(({ code }) => code)).toHaveLength(1);
  const clean = without(spoilt, broken.leftOut);
  expect(clean.errors).toEqual([]);
  expect(clean.leftOut).toEqual([]);
  const [some, rest] = [broken.model, clean.model];
  if (some === null || rest === null || some.applies.length === 0) {
    expect({ title, runs: some !== null && some.applies.length > 0 }).toEqual({
      title,
      runs: rest !== null && rest.applies.length > 0,
    });
    return;
  }
  const reports = [await (await book.run(some)).report('en'), await (await book.run(rest)).report('en')] as const;
  expect(figuresOf(reports[0])).toEqual(figuresOf(reports[1]));
});
