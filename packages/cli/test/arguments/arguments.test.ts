import { expect, test } from 'vitest';
import { readArguments } from '../../src/arguments/arguments.js';
import { COMMON, type OptionSpec } from '../../src/arguments/option.js';
import { wordsFor } from '../../src/language/words.js';

const SPECS: readonly OptionSpec[] = [
  { name: 'format', value: ['text', 'json', 'csv'] },
  { name: 'top', value: 'N' },
  { name: 'out', value: 'PATH' },
  { name: 'strict', value: null },
  ...COMMON,
];
const read = (...args: string[]) => readArguments(args, SPECS, wordsFor('en'));

test('options may stand anywhere, with their value after a blank or an equals sign', () => {
  const args = read('--top=5', 'a.bench', '--format', 'json', '--strict');
  expect(args.positionals).toEqual(['a.bench']);
  expect([args.whole('top', 0, 99), args.text('format'), args.has('strict'), args.has('debug')]).toEqual([
    5,
    'json',
    true,
    false,
  ]);
});

test('what follows -- is no option', () => {
  expect(read('--', '--strict').positionals).toEqual(['--strict']);
});

test.each([
  [['--fromat', 'json'], 'There is no option --fromat here. Did you mean --format?'],
  [['--zzz'], 'There is no option --zzz here.'],
  [['-x'], 'There is no option -x here.'],
  [['--out'], '--out needs a value.'],
  [['--out', '--strict'], '--out needs a value.'],
  [['--strict=yes'], '--strict takes no value, so "yes" has no place.'],
  [['--format', 'jsn'], '--format is one of text, json, csv, not "jsn". Did you mean json?'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => read(...args)).toThrow(sentence);
});

test.each(['five', '-1', '1.5', '1e3', '100'])('--top %s is no whole number in reach', (value) => {
  expect(() => read(`--top=${value}`).whole('top', 0, 99)).toThrow(
    `--top takes a whole number from 0 to 99, not "${value}".`,
  );
});
