import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAbandoned, withLock } from '../setup/lock.mjs';

/** Above the highest process id of any system. */
const nobody = 2 ** 30;
let folder;
let lock;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'benchbook-lock-'));
  lock = path.join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('two runs take turns', async () => {
  const story = [];
  const waiting = [];
  const run = (name) =>
    withLock(
      lock,
      async () => {
        story.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        story.push(`${name} out`);
      },
      () => waiting.push(name),
    );
  await Promise.all([run('first'), run('second')]);
  expect(story).toEqual(['first in', 'first out', 'second in', 'second out']);
  expect(waiting).toEqual(['second']);
  expect(existsSync(lock)).toBe(false);
});

test('a failure releases the lock', async () => {
  const failing = withLock(
    lock,
    () => Promise.reject(new Error('no space')),
    () => {},
  );
  await expect(failing).rejects.toThrow('no space');
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose owner is gone does not hold anyone up', async () => {
  writeFileSync(lock, String(nobody));
  expect(
    await withLock(
      lock,
      () => Promise.resolve('done'),
      () => {},
    ),
  ).toBe('done');
});

test('a lock is abandoned when its owner is gone or has not touched it for a minute', () => {
  expect(isAbandoned(lock)).toBe(false);

  writeFileSync(lock, String(process.pid));
  expect(isAbandoned(lock)).toBe(false);
  expect(isAbandoned(lock, Date.now() + 61_000)).toBe(true);

  writeFileSync(lock, String(nobody));
  expect(isAbandoned(lock)).toBe(true);

  writeFileSync(lock, '');
  utimesSync(lock, new Date(), new Date());
  expect(isAbandoned(lock)).toBe(false);
});
