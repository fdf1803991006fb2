import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Stamps, hashOf } from '../setup/stamp.mjs';

let root;
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'benchbook-stamp-'));
  write('src/one.ts', 'export const one = 1;');
  write('src/deep/two.ts', 'export const two = 2;');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the hash of the inputs', () => {
  const unchangedBy = (edit) => {
    const before = hashOf(root, ['src', 'package.json']);
    edit();
    return hashOf(root, ['src', 'package.json']) === before;
  };

  test('changes with a file, however deep', () => {
    expect(unchangedBy(() => write('src/deep/two.ts', 'export const two = 3;'))).toBe(false);
  });

  test('changes when a file comes, goes or is renamed', () => {
    expect(unchangedBy(() => write('src/three.ts', ''))).toBe(false);
    expect(unchangedBy(() => rmSync(path.join(root, 'src/three.ts')))).toBe(false);
    expect(unchangedBy(() => write('package.json', '{}'))).toBe(false);
  });

  test('does not change with a date or a build result', () => {
    expect(unchangedBy(() => utimesSync(path.join(root, 'src/one.ts'), 0, 0))).toBe(true);
    expect(unchangedBy(() => write('src/dist/one.js', ''))).toBe(true);
    expect(unchangedBy(() => write('src/node_modules/x/index.js', ''))).toBe(true);
  });

  test('tells two files from one with the same text', () => {
    write('a/x', 'ab');
    write('b/x', 'a');
    write('b/y', 'b');
    expect(hashOf(root, ['a'])).not.toBe(hashOf(root, ['b']));
  });

  test('changes with the facts given, such as the Node version', () => {
    expect(hashOf(root, ['src'], ['node 20'])).not.toBe(hashOf(root, ['src'], ['node 22']));
  });
});

describe('a stamp', () => {
  test('holds for its hash as long as what the step made is there', () => {
    const stamps = new Stamps(root, 'cache');
    expect(stamps.isCurrent('build', 'abc')).toBe(false);

    write('dist/main.js', '');
    stamps.write('build', 'abc', ['dist/main.js']);
    expect(stamps.isCurrent('build', 'abc')).toBe(true);
    expect(stamps.isCurrent('build', 'other')).toBe(false);
    expect(stamps.isCurrent('data', 'abc')).toBe(false);

    rmSync(path.join(root, 'dist'), { recursive: true });
    expect(stamps.isCurrent('build', 'abc')).toBe(false);
  });

  test('that was damaged counts as none', () => {
    const stamps = new Stamps(root, 'cache');
    write('cache/build.json', '{"hash":');
    expect(stamps.isCurrent('build', 'abc')).toBe(false);
  });
});
