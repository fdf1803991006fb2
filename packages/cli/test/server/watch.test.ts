import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchFiles, type Watch } from '../../src/server/watch.js';

let folder: string;
let file: string;
let watch: Watch;
let changes: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'benchbook-watch-'));
  file = path.join(folder, 'a.bench');
  changes = 0;
  await writeFile(file, 'one');
  watch = watchFiles(() => (changes += 1));
  await watch.follow([file]);
});

afterEach(async () => {
  watch.stop();
  await rm(folder, { recursive: true });
});

const changed = (times: number) => expect.poll(() => changes, { timeout: 1000, interval: 10 }).toBe(times);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 700));

test('a file written in place is seen within a second', async () => {
  await writeFile(file, 'two!');
  await changed(1);
});

test('a file that another is renamed over is seen, and seen again', async () => {
  for (const times of [1, 2]) {
    await writeFile(`${file}~`, `${times}`);
    await rename(`${file}~`, file);
    await changed(times);
  }
});

test('a file that goes and comes back is seen both times', async () => {
  await rm(file);
  await changed(1);
  await writeFile(file, 'one');
  await changed(2);
});

test('other files of the folder do not count', async () => {
  await writeFile(path.join(folder, 'b.bench'), 'other');
  await quiet();
  expect(changes).toBe(0);
});

test('a file that is no longer followed does not count', async () => {
  const other = path.join(folder, 'data.csv');
  await watch.follow([other]);
  await writeFile(file, 'three');
  await quiet();
  expect(changes).toBe(0);
  await writeFile(other, 'id');
  await changed(1);
});
