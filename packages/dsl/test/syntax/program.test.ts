import { describe, expect, test } from 'vitest';
import { baseOf, check, gather, link, parse, placeOf, renderDiagnostics, textOf, usesOf } from '@benchbook/dsl';
import type { CheckResult, FileRead, Program } from '@benchbook/dsl';

/** The program that begins with `main.bench` among these files. */
const read = (files: Readonly<Record<string, string>>, main = 'main.bench'): Promise<Program> =>
  gather(parse(main, files[main] ?? ''), (path) =>
    Promise.resolve<FileRead>(path in files ? { file: path, text: files[path] ?? '' } : { lost: 'absent' }),
  );

const checked = async (files: Readonly<Record<string, string>>, main?: string): Promise<CheckResult> =>
  check(await read(files, main));

/** What a terminal shows of them. */
async function shown(files: Readonly<Record<string, string>>, language: 'en' | 'zh' = 'en'): Promise<string> {
  const program = await read(files);
  return renderDiagnostics(check(program).diagnostics, { files: program.files, language });
}

const ACCOUNTS = `source accounts from "accounts.csv" key account_id
  | column     | type  |
  | account_id | text  |
  | employees  | count |
`;

describe('a rulebook of several files', () => {
  const files = {
    'main.bench': 'use "data/accounts.bench"\npopulation large of accounts\n  where employees > limit\n',
    'data/accounts.bench': `use "../params.bench"\n${ACCOUNTS}`,
    'params.bench': '\nparam limit = 200\n',
  };

  test('is read as one: names mean the same in each of them', async () => {
    const { model, diagnostics } = await checked(files);

    expect(diagnostics).toEqual([]);
    expect(model).toMatchObject({
      name: 'main',
      file: 'main.bench',
      sources: [{ name: 'accounts' }],
      params: [{ name: 'limit' }],
      populations: [{ name: 'large' }],
    });
  });

  test('says of everything the file and the line it stands in', async () => {
    const { model } = await checked(files);
    const limit = model?.params[0];
    if (!model || !limit) throw new Error('nothing read');

    expect(model.files.map(({ file, base }) => [file, base])).toEqual([
      ['main.bench', 0],
      ['data/accounts.bench', 2 ** 32],
      ['params.bench', 2 ** 33],
    ]);
    expect(limit.line).toBe(2);
    expect(textOf(model.files, limit.span)).toBe('param limit = 200');
    expect(placeOf(model.files, limit.nameSpan)).toEqual({ file: 'params.bench', line: 2, column: 7, utf16: 7 });
  });

  test('shows a mistake in the file it stands in', async () => {
    expect(await shown({ ...files, 'params.bench': '# to be\nparam limit = 200 500\n' })).toBe(
      `params.bench:2:19 error B001: \`500\` does not belong here, in a param.
2 | param limit = 200 500
  |                   ^^^
`,
    );
  });

  test('may use a file twice, in different ways', async () => {
    const { model, diagnostics } = await checked({
      'main.bench': 'use "a.bench"\nuse "./b/../a.bench"\nuse "b.bench"\n',
      'b.bench': 'use "a.bench"\n',
      'a.bench': 'param floor = 20%\n',
    });

    expect(diagnostics).toEqual([]);
    expect(model?.files.map(({ file }) => file)).toEqual(['main.bench', 'a.bench', 'b.bench']);
  });

  test('is named by the file that was asked for; the others may have a rulebook line of their own', async () => {
    const { model, diagnostics } = await checked({
      'main.bench': 'use "a.bench"\n',
      'a.bench': 'rulebook other "Another"\nparam floor = 20%\n',
    });

    expect(diagnostics).toEqual([]);
    expect(model).toMatchObject({ name: 'main', label: null });
  });
});

describe('what can be wrong between files', () => {
  test('a file that is not there: said once, and not again where its names are used', async () => {
    expect(await shown({ 'main.bench': 'use "lost.bench"\npopulation large of accounts\n  where size > 3\n' })).toBe(
      `main.bench:1:5 error B018: \`lost.bench\` is used here, but there is no such file.
1 | use "lost.bench"
  |     ^^^^^^^^^^^^
  = The path is relative to the folder of this file.
`,
    );
  });

  test('a path that leads out of the project is not looked at', async () => {
    const { lost, diagnostics } = await read({ 'main.bench': 'use "../x.bench"\nuse "/etc/passwd"\n' });

    expect(lost).toEqual(['../x.bench', '/etc/passwd']);
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['B018', { path: '../x.bench', why: 'outside' }],
      ['B018', { path: '/etc/passwd', why: 'outside' }],
    ]);
  });

  test('a circle is shown as the circle, and everything in it is read', async () => {
    const { model, diagnostics } = await checked({
      'main.bench': 'use "a.bench"\nparam one = 1\n',
      'a.bench': 'use "b.bench"\nparam two = 2\n',
      'b.bench': 'param three = 3\nuse "a.bench"\n',
    });

    expect(diagnostics.map(({ code, data, span }) => [code, data, span.start - baseOf(2)])).toEqual([
      ['B019', { files: ['a.bench', 'b.bench', 'a.bench'] }, 20],
    ]);
    expect(model?.params.map(({ name }) => name)).toEqual(['three', 'two', 'one']);
  });

  test('a name declared in two files is reported where it is used, with the other file', async () => {
    const files = { 'main.bench': 'use "a.bench"\nparam floor = 1\n', 'a.bench': '\nparam floor = 2\n' };

    expect(await shown(files)).toBe(
      `main.bench:2:7 error B102: \`floor\` is already a param, on line 2 of a.bench.
2 | param floor = 1
  |       ^^^^^
  = Rename one of the two.
`,
    );
    expect(await shown(files, 'zh')).toContain('`floor` 已经是参数，见 a.bench 第 2 行。');
  });

  test('two hundred files are enough', async () => {
    const file = (index: number): string => `use "f${index + 1}.bench"\nparam p${index} = 1\n`;
    const program = await gather(parse('f0.bench', file(0)), (path) =>
      Promise.resolve({ file: path, text: file(Number(/\d+/.exec(path)?.[0])) }),
    );

    expect(program.files).toHaveLength(200);
    expect(program.diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['B018', { path: 'f200.bench', why: 'too many' }],
    ]);
  });
});

test('the files that a tree uses can be asked for without reading any', () => {
  const tree = parse('rules/main.bench', 'use "a.bench"\nuse "../b.bench"\nuse "../../c.bench"\n');

  expect(usesOf(tree).map(({ path }) => path)).toEqual(['rules/a.bench', 'b.bench', null]);
  expect(link(tree, new Map([['b.bench', parse('b.bench', 'param x = 1', { base: baseOf(1) })]])).lost).toEqual([
    'rules/a.bench',
    '../../c.bench',
  ]);
});
