import { describe, expect, test } from 'vitest';
import { parse, printTree } from '@benchbook/dsl';
import { codesOf, COVERAGE, diagnosticsOf, onBase } from '../support.js';

const shape = (text: string) =>
  parse('test.bench', text).declarations.map(
    (one) => `${one.noun ?? '?'} ${one.name?.text ?? '-'}${one.broken ? ' broken' : ''}`,
  );

describe('a file is cut into declarations', () => {
  test('each begins in column 0 with its noun', () => {
    expect(shape('param a = 1\n\nparam b = 2\ncheck unique(s.x)\n')).toEqual(['param a', 'param b', 'check -']);
  });

  test('blank lines and comments inside a declaration do not end it', () => {
    expect(shape('table t\n  # what it is for\n\n  | a | b |\n# odd, but in the middle\n  | x | y |\n')).toEqual([
      'table t',
    ]);
  });

  test('comments above a declaration lead it', () => {
    const [first, second] = parse('test.bench', 'param a = 1\n\n# about b\nparam b = 2\n').parts;
    expect([first?.lines.length, second?.lines.length]).toEqual([2, 2]);
  });

  test('an unknown word stands alone and its lines go with it', () => {
    expect(shape('param a = 1\nsorce s from "x"\n  | column | type |\nparam b = 2')).toEqual([
      'param a',
      '? s broken',
      'param b',
    ]);
  });

  test('a clause pasted at column 0 belongs to the declaration above', () => {
    const tree = parse('test.bench', 'population p of s\nwhere x > 3\ntop 5 by x');
    expect(tree.declarations[0]?.clauses.map((clause) => clause.kind)).toEqual(['of', 'where', 'top']);
    expect(tree.diagnostics.map((one) => one.code)).toEqual(['B005']);
  });

  test('an indented declaration is found all the same', () => {
    const tree = parse('test.bench', 'param a = 1\n param b = 2');
    expect(tree.declarations.map((one) => one.name?.text)).toEqual(['a', 'b']);
    expect(tree.diagnostics.map((one) => one.code)).toEqual(['B010']);
  });

  test('a column called like a noun does not begin a declaration', () => {
    expect(shape('population p of s\n  where\n    level in ["VP"]\n    and source = "x"')).toEqual(['population p']);
  });
});

describe('after a mistake reading goes on', () => {
  test('several mistakes of one declaration are all found', () => {
    const text = 'metric m in percent\n  = count(contacts where level in )\n  if empty ?\n  if missing 0%';
    expect(parse('test.bench', text).diagnostics.map((one) => [one.code, one.span.start])).toEqual([
      ['B002', 53],
      ['B001', 67],
    ]);
  });

  test('a declaration with a broken header keeps its name', () => {
    expect(shape('population p out accounts\n  top 5 by x')).toEqual(['population p broken']);
  });

  test('a sum of a thousand terms is refused before it can exhaust the checker', () => {
    const text = `metric m of s = ${Array(2_000).fill('1').join(' + ')}`;
    expect(parse('test.bench', text).diagnostics.map((one) => one.code)).toEqual(['B014']);
  });

  test('brackets nested by the thousand are reported, not a crash', () => {
    const text = `metric m = ${'('.repeat(20_000)}`;
    expect(parse('test.bench', text).diagnostics).toHaveLength(1);
  });
});

describe('nothing of a file is lost', () => {
  test.each([
    ['the coverage rulebook', COVERAGE],
    ['Windows line endings', COVERAGE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${COVERAGE}`],
    ['no last line ending', COVERAGE.trimEnd()],
    ['only comments', '# one\n\n## two\n'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(printTree(parse('test.bench', text))).toBe(text);
  });
});

describe('a table without bars is one message', () => {
  const rows = ['employees\tsize', '< 200\t小型', '>= 200\t大型'];
  const repaired = (text: string): string =>
    diagnosticsOf(text).reduceRight(
      (now, { fix }) => (fix ? now.slice(0, fix.span.start) + fix.replacement + now.slice(fix.span.end) : now),
      text,
    );

  test.each([
    ['indented', `band size\n${rows.map((row) => `  ${row}`).join('\n')}`],
    ['in column 0', `band size\n${rows.join('\n')}`],
  ])('from a spreadsheet, %s: tabs become bars', (_, text) => {
    expect(codesOf(onBase(text))).toEqual(['B017']);
    expect(repaired(onBase(text))).toBe(
      onBase('band size\n  | employees | size |\n  | < 200 | 小型 |\n  | >= 200 | 大型 |'),
    );
    expect(codesOf(repaired(onBase(text)))).toEqual([]);
  });

  test('a first cell may be a word that begins declarations elsewhere', () => {
    const text = 'source s from "s.csv" key id\ncolumn\ttype\nid\ttext\nlevel\ttext\n\nparam floor = 3\n';
    expect(codesOf(text)).toEqual(['B017']);
    expect(codesOf(repaired(text))).toEqual([]);
  });

  test('words in lines at column 0', () => {
    expect(codesOf(onBase('band size\nemployees size\n< 200 S\n>= 200 M\n\nparam floor = 3'))).toEqual(['B017']);
  });

  test('words in lines: there is no telling where a cell ends', () => {
    const text = onBase('band size\n  employees size\n  < 200 小型\n  >= 200 大型');
    expect(diagnosticsOf(text)).toMatchObject([{ code: 'B017', fix: null }]);
  });
});
