import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbook, type TestResult } from '../../src/index.js';
import { modelOf } from '../support/project.js';
import { anyFirst } from './dmn/any-first.js';
import { collect } from './dmn/collect.js';
import { priority } from './dmn/priority.js';
import { ranges } from './dmn/ranges.js';
import { unique } from './dmn/unique.js';
import { uses } from './dmn/uses.js';
import { SOURCE, type Case } from './dmn/case.js';

/** Decision tables as somebody writes them who knows DMN: each of its hit policies, ranges, lists, negations, nulls, several outputs. */

const INPUTS = ['age', 'years', 'risk', 'country', 'affordable', 'member', 'amount', 'margin', 'since'];

const groups = { unique, ranges, anyFirst, priority, collect, uses };

const cells = (line: string): string[] =>
  [...line.matchAll(/\|\s*("[^"]*"|[^|]*?)\s*(?=\|)/g)].map(([, cell = '']) => cell);

/** The rows as a `test` of the language: what goes in is given, what comes out is expected. */
function testText({ title, rows }: Case): string {
  const [header = [], ...values] = rows.trim().split('\n').map(cells);
  const picked = (isPicked: (name: string) => boolean): string =>
    [['id', ...header], ...values.map((row, index) => [`r${index + 1}`, ...row])]
      .map((row) => `    | ${row.filter((_, at) => at === 0 || isPicked(header[at - 1] ?? '')).join(' | ')} |\n`)
      .join('');
  const given = picked((name) => INPUTS.includes(name));
  return `test "${title}"\n  given all_cases\n${given}  expect all_cases\n${picked((name) => !INPUTS.includes(name))}`;
}

describe('what tables give', () => {
  const all = Object.values(groups).flat();
  let results: ReadonlyMap<string, TestResult>;
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'benchbook-dmn-'));
    await writeFile(join(root, 'dmn.bench'), SOURCE + all.map((one) => one.rules + testText(one)).join(''));
    const book = await openWorkbook({ root, file: 'dmn.bench' });
    results = new Map((await book.test(await modelOf(book))).map((result) => [result.name, result]));
    await book.close();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  describe.each(Object.entries(groups))('%s', (_, cases) => {
    test.each(cases.map(({ title }) => title))('%s', (title) => {
      const result = results.get(title);
      expect(result?.failures.map(({ of, what, expected, actual }) => ({ of, what, expected, actual }))).toEqual([]);
      expect(result?.problems).toEqual([]);
      expect(result?.outcome).toBe('passed');
    });
  });
});
