import { expect, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

test.each([
  [['rnu'], 'There is no command rnu. Did you mean run?\nSee benchbook --help.\n'],
  [['help', 'exit'], 'There is no help on exit. Did you mean exit-codes?\nSee benchbook --help.\n'],
  [
    ['run', '--fromat', 'json'],
    'There is no option --fromat here. Did you mean --format?\nSee benchbook run --help.\n',
  ],
  [
    ['run', '--format', 'jsn'],
    '--format is one of text, json, csv, parquet, arrow, markdown, html, not "jsn". Did you mean json?\nSee benchbook run --help.\n',
  ],
  [['run', '--top', 'ten'], '--top takes a whole number from 0, not "ten".\nSee benchbook run --help.\n'],
  [
    ['run', '--as-of', '2024-02-30'],
    '--as-of takes a day such as 2024-12-31, not "2024-02-30".\nSee benchbook run --help.\n',
  ],
  [['run', '--memory', 'lots'], '--memory takes a size such as 4GB or 500MB, not "lots".\nSee benchbook run --help.\n'],
  [
    ['run', '--format', 'parquet'],
    '--format parquet writes a file: give it a place with --out PATH.\nSee benchbook run --help.\n',
  ],
  [
    ['run', '--format', 'csv', '--top', '3'],
    '--format csv writes the whole ranked table: leave out --top.\nSee benchbook run --help.\n',
  ],
  [['run', 'a.bench', 'b.bench'], 'There is one argument too many: "b.bench".\nSee benchbook run --help.\n'],
  [
    ['run', 'other/failing-tset.bench'],
    'There is no file other/failing-tset.bench. Did you mean other/failing-test.bench?\nSee benchbook run --help.\n',
  ],
  [['run', 'scenarios'], 'scenarios is a folder; a rulebook is a file.\nSee benchbook run --help.\n'],
  [
    ['run', 'data/accounts.csv'],
    'data/accounts.csv is neither a rulebook (.bench) nor a notebook (.md).\nSee benchbook run --help.\n',
  ],
  [
    ['run', '--root', 'data', 'scenarios/coverage.bench'],
    'scenarios/coverage.bench lies outside data, the folder given with --root.\nSee benchbook run --help.\n',
  ],
  [['run', '--root', 'dota', 'scenarios/coverage.bench'], 'There is no folder dota.\nSee benchbook run --help.\n'],
  [
    ['run', 'scenarios/coverage.bench', '--population', 'key_acounts'],
    'The rulebook has no population key_acounts; it has key_accounts. Did you mean key_accounts?\nSee benchbook run --help.\n',
  ],
  [
    ['run', '--out', '/nonexist/x.csv'],
    '/nonexist/x.csv could not be written: there is no folder /nonexist.\nSee benchbook run --help.\n',
  ],
  [
    ['run', '--format', 'csv', '--out', 'data/'],
    'data/ could not be written: it is a folder, and a file is wanted.\nSee benchbook run --help.\n',
  ],
  [
    ['run', '--format', 'parquet', '--out', 'data/accounts.csv/x', '--lang', 'zh'],
    '无法写入 data/accounts.csv/x: 没有文件夹 data/accounts.csv。\n请看 benchbook run --help。\n',
  ],
  [
    ['serve', '--host', 'nope.invalid'],
    'There is no host nope.invalid: --host takes an address of this machine, such as 127.0.0.1.\nSee benchbook serve --help.\n',
  ],
  [
    ['serve', '--host', '192.0.2.1', '--lang', 'zh'],
    '192.0.2.1 不是本机的地址: --host 要本机的一个地址, 如 127.0.0.1。\n请看 benchbook serve --help。\n',
  ],
  [
    ['serve', '--population', 'key_acounts'],
    'The rulebook has no population key_acounts; it has key_accounts. Did you mean key_accounts?\nSee benchbook serve --help.\n',
  ],
  [['run', '--top', '-3'], '--top takes a whole number from 0, not "-3".\nSee benchbook run --help.\n'],
  [
    ['serve', '--port', '-1', '--lang', 'zh'],
    '--port 要一个 0 到 65535 之间的整数, 不能是 "-1"。\n请看 benchbook serve --help。\n',
  ],
  [['explain'], 'Which account? Name a key or a name.\nSee benchbook explain --help.\n'],
  [['explain', 'scenarios/coverage.bench'], 'Which account? Name a key or a name.\nSee benchbook explain --help.\n'],
  [
    ['test', 'scenarios/coverage.bench', '--filter', 'the censsus'],
    'No test\'s name contains "the censsus". Did you mean "the census"?\nSee benchbook test --help.\n',
  ],
  [
    ['serve', '--port', '99999'],
    '--port takes a whole number from 0 to 65535, not "99999".\nSee benchbook serve --help.\n',
  ],
])('%j ends with 2 and a sentence', async (args, sentence) => {
  const found = await benchbook(args);
  const { stderr } = found;
  expect({ ...found, stderr: stderr.replace(/^(Taking|采用) .*\n/, '') }).toEqual({
    code: 2,
    stdout: '',
    stderr: sentence,
  });
});

test('the sentence is in the language of the person', async () => {
  const { stderr } = await benchbook(['rnu'], { env: { BENCHBOOK_LANG: 'zh' } });
  expect(stderr).toBe('没有命令 rnu。是不是 run?\n请看 benchbook --help。\n');
});

test('several rulebooks are listed to choose from', async () => {
  const { code, stderr } = await benchbook(['run'], { cwd: `${import.meta.dirname}/../fixtures/several` });
  expect([code, stderr]).toEqual([
    2,
    'Which rulebook? There are several under scenarios/:\n  scenarios/a.bench\n  scenarios/deep/b.bench\n',
  ]);
});

test('no rulebook at all is said', async () => {
  const { code, stderr } = await benchbook(['run'], { cwd: import.meta.dirname });
  expect([code, stderr]).toEqual([
    2,
    'Which rulebook? Name a file: there is none under scenarios/ here.\nSee benchbook run --help.\n',
  ]);
});
