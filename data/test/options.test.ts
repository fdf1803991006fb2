import { describe, expect, test } from 'vitest';
import { defaultSeed, parseOptions } from '../src/options.js';

test('without options the calibrated set is made', () => {
  expect(parseOptions([])).toEqual({ seed: defaultSeed, out: null, size: null });
});

test('seed, folder and size are taken as they stand', () => {
  expect(parseOptions(['--seed', '12', '--out', 'here', '--accounts', '10M'])).toEqual({
    seed: 12,
    out: 'here',
    size: { label: '10m', accounts: 10_000_000 },
  });
});

test('any number of accounts but the calibrated one is a size', () => {
  expect(parseOptions(['--accounts', '5000']).size).toEqual({ label: '5000', accounts: 5_000 });
  expect(parseOptions(['--accounts', '7035']).size).toBeNull();
});

describe('what makes no sense is refused in a sentence', () => {
  test.each([
    [['--accounts', 'many'], '--accounts takes 100k, 1m, 10m or another number up to 100m, not "many".'],
    [['--accounts', '0'], '--accounts takes 100k, 1m, 10m or another number up to 100m, not "0".'],
    [['--seed', '-1'], "Option '--seed' argument is ambiguous (the options are --out DIR, --seed N and --accounts N)."],
    [['--seed', '1.5'], '--seed takes a whole number such as 89, not "1.5".'],
    [['--sead', '1'], "Unknown option '--sead' (the options are --out DIR, --seed N and --accounts N)."],
    [['here'], "Unexpected argument 'here' (the options are --out DIR, --seed N and --accounts N)."],
  ])('%j', (args, sentence) => {
    expect(() => parseOptions(args)).toThrow(sentence);
  });
});
