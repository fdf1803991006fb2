import { describe, expect, test } from 'vitest';
import { format, formatEdits, parse } from '@benchbook/dsl';

const formatted = (text: string): string => format(parse('any.bench', text));

describe('tables', () => {
  test('columns stand below each other, a Chinese character and an emoji two columns wide', () => {
    expect(
      formatted(`band size
|employees|size|
  | < 200 |小型 😀|
  |200..<1_000|e\u0301|
`),
    ).toBe(`band size
  | employees   | size    |
  | < 200       | 小型 😀 |
  | 200..<1_000 | e\u0301       |
`);
  });

  test('a table below a clause stands one step further in', () => {
    expect(
      formatted(
        'source a from "a.csv" key id\n  | column | type |\n  | id | text |\n  aliases id\n  | from | to |\n  | x | y |\n',
      ),
    ).toBe(`source a from "a.csv" key id
  | column | type |
  | id     | text |
  aliases id
    | from | to |
    | x    | y  |
`);
  });

  test('what a cell says stays as it is, full-width signs and quotes too', () => {
    const text = 'band b\n  | a         | b        |\n  | “x”，≥ 5  | "a | b"  |\n  | x \\| y    | # no     |\n';
    expect(formatted(text)).toBe(
      'band b\n  | a        | b       |\n  | “x”，≥ 5 | "a | b" |\n  | x \\| y   | # no    |\n',
    );
  });

  test('a row of dashes from Markdown stays and grows with its columns', () => {
    expect(formatted('band b\n  | name | b |\n  |--|:--:|\n  | 金融服务业 | b |\n')).toBe(
      'band b\n  | name       | b    |\n  | ---------- | :--: |\n  | 金融服务业 | b    |\n',
    );
  });

  test('a row keeps its own number of cells', () => {
    expect(formatted('band b\n  | a | b |\n  | 1 |\n  | 1 | 2 | 3\n')).toBe(
      'band b\n  | a | b |\n  | 1 |\n  | 1 | 2 | 3 |\n',
    );
  });
});

describe('clauses and formulas', () => {
  test.each([
    ['check a=1', 'check a = 1'],
    ['check a≥1 and b≠2', 'check a >= 1 and b != 2'],
    ['check count( a，b  ,c )>=  20 %', 'check count(a, b, c) >= 20%'],
    ['check count (a)>-5', 'check count(a) > -5'],
    ['check a -  b>= - 5', 'check a - b >= - 5'],
    ['check C-level=1', 'check C-level = 1'],
    ['check not(a)and(b)', 'check not (a) and (b)'],
    ['check a within 0 .. 5', 'check a within 0..5'],
    ['check a in[1,000,2]', 'check a in [1,000, 2]'],
    ['check d >= 2025-12-31', 'check d >= 2025-12-31'],
    ['check d >= 2025/12/31', 'check d >= 2025/12/31'],
    ['param p = 90M CNY', 'param p = 90M CNY'],
    ['param　p　＝　１２％', 'param p = 12%'],
    ['param p = 1亿5千万', 'param p = 1亿5千万'],
  ])('%s', (written, wanted) => {
    expect(formatted(`${written}\n`)).toBe(`${wanted}\n`);
  });

  test('typographic quotes around a text become straight ones, with what is inside kept', () => {
    expect(formatted('param p = “一\\二”\n')).toBe('param p = "一\\\\二"\n');
  });

  test('clauses stand two in, what goes on from one four, brackets open further', () => {
    expect(formatted('metric m\n = count(a)\n / max(\n b,\n c\n )\n   if empty 0%\n')).toBe(
      'metric m\n  = count(a)\n    / max(\n      b,\n      c\n    )\n  if empty 0%\n',
    );
  });
});

describe('comments and blank lines', () => {
  test('comments after code stand in one column as long as they follow each other', () => {
    expect(formatted('metric m   # one\n  = a + b # two\n  if empty 0%\n  if missing 0% # 三\n')).toBe(
      'metric m   # one\n  = a + b  # two\n  if empty 0%\n  if missing 0%  # 三\n',
    );
  });

  test('comments stand where the code below them stands, and are otherwise left alone', () => {
    expect(formatted('  # lead\n##doc\nmetric m\n# why\n      = a\n    # after\n\n#   end  ')).toBe(
      '# lead\n##doc\nmetric m\n  # why\n  = a\n  # after\n\n#   end\n',
    );
  });

  test('one blank line groups, more say nothing more', () => {
    expect(formatted('\n\ncheck a = 1\ncheck b = 1\n\n \n\t\ncheck c = 1\n\n\n')).toBe(
      'check a = 1\ncheck b = 1\n\ncheck c = 1\n',
    );
  });
});

describe('what stays', () => {
  test('a declaration that could not be read, byte for byte', () => {
    const broken = 'metric  m\n\t=  count((a)\n\n\n   if   empty 0%  \n';
    expect(formatted(`check a=1\n${broken}check b=1\n`)).toBe(`check a = 1\n${broken}check b = 1\n`);
  });

  test('the line endings of the file', () => {
    expect(formatted('check a=1\r\ncheck b=1\n')).toBe('check a = 1\r\ncheck b = 1\r\n');
    expect(formatted('check a=1\rcheck b=1')).toBe('check a = 1\ncheck b = 1\n');
  });

  test('nothing, when there is nothing', () => {
    expect(formatted('')).toBe('');
    expect(formatted('\n \n')).toBe('');
  });
});

describe('edits', () => {
  const text = 'check a=1\n\ncheck b = 1\ncheck c=1\n';

  test('are the lines that change', () => {
    expect(formatEdits(parse('any.bench', text))).toEqual([
      { span: { start: 0, end: 10 }, replacement: 'check a = 1\n' },
      { span: { start: 23, end: 33 }, replacement: 'check c = 1\n' },
    ]);
  });

  test('of a range, are those of the declarations it touches', () => {
    expect(formatEdits(parse('any.bench', text), { start: 25, end: 26 })).toEqual([
      { span: { start: 23, end: 33 }, replacement: 'check c = 1\n' },
    ]);
  });
});

describe('a notebook', () => {
  const formattedPage = (text: string): string => format(parse('any.md', text));

  test('has its bench cells formatted, and its prose left byte for byte', () => {
    const page =
      '# 标题  \n\n\n|a|b|\n|-|-|\n\n```bench\n\ncheck a=1\n\n```\n\ttext  \n```sql\nselect  1\n```\n```bench\ncheck b=1\n```\nend';
    expect(formattedPage(page)).toBe(
      page.replace('\ncheck a=1\n\n', 'check a = 1\n').replace('check b=1', 'check b = 1'),
    );
    expect(formattedPage(formattedPage(page))).toBe(formattedPage(page));
  });

  test('keeps a cell that shows a mistake', () => {
    const page = '```bench error B005\npopulation big of accounts\nwhere a > 0\n```\n';
    expect(formattedPage(page)).toBe(page);
  });
});
