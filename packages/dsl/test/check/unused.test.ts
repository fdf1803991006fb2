import { expect, test } from 'vitest';
import { check, parse } from '@benchbook/dsl';
import { COVERAGE, onBase, findingsOf } from '../support.js';

const unused = (text: string): string[] =>
  findingsOf(onBase(text)).map((one) => `${one.code} ${JSON.stringify(one.data)}`);

test('the alternatives of the sample rulebook are no slip', () => {
  expect(check(parse('coverage.bench', COVERAGE)).unused).toEqual([]);
});

test('what nothing reads is named, and what only it reads is not', () => {
  expect(
    unused(
      'param floor = 2\nparam ceiling = 9\ntable sizes first\n  | employees | sizes |\n  | < 9 | small |\n  | else | large |\n',
    ),
  ).toEqual([
    'B115 {"noun":"param","name":"floor"}',
    'B115 {"noun":"param","name":"ceiling"}',
    'B115 {"noun":"table","name":"sizes"}',
  ]);
});

test('a column is a use of its source', () => {
  const visits =
    'source visits from "visits.csv" key id\n  | column | type |\n  | id | text |\n  | account_id | text -> accounts |\n';
  expect(unused(visits)).toEqual(['B115 {"noun":"source","name":"visits"}']);
  expect(unused(`${visits}check unique(visits.id)\n`)).toEqual([]);
});

test('a declaration with an error may have been the reader', () => {
  expect(
    unused('param floor = 2\nmetric m in contacts\n  = count(contacts) * (floor\n').filter((one) =>
      one.startsWith('B115'),
    ),
  ).toEqual([]);
});

test('a file from which nothing comes out is there for others', () => {
  expect(check(parse('params.bench', 'param floor = 20%\n')).unused).toEqual([]);
});
