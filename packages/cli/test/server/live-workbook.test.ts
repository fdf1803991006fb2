import { DataError, type Workbook } from '@benchbook/engine';
import { expect, test } from 'vitest';
import { LiveWorkbook } from '../../src/server/live-workbook.js';
import { fakeRun, fakeWorkbook, goodReading } from '../support/fake-workbook.js';

const live = (parts: Partial<Workbook>) =>
  new LiveWorkbook(fakeWorkbook(parts), { population: null, follow: () => Promise.resolve() });

const versionOf = (workbook: LiveWorkbook) => workbook.state.reports.get('en')?.rulebook.version;

test('a newer change makes the run under way stop, and one run goes on at a time', async () => {
  const started: string[] = [];
  let atOnce = 0;
  let most = 0;
  const workbook = live({
    run: async (_, options) => {
      const version = String(started.length + 1);
      started.push(version);
      most = Math.max(most, ++atOnce);
      await new Promise<void>((resolve) => {
        if (version === '1')
          options?.signal?.addEventListener('abort', () => {
            resolve();
          });
        else setTimeout(resolve, 5);
      });
      atOnce -= 1;
      options?.signal?.throwIfAborted();
      return fakeRun(version);
    },
  });

  const first = workbook.refresh();
  while (started.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const second = workbook.refresh();
  const third = workbook.refresh();
  await Promise.all([first, second, third]);

  expect({ started, most, revision: workbook.state.revision }).toEqual({ started: ['1', '2'], most: 1, revision: 1 });
  expect(versionOf(workbook)).toBe('2');
});

test('a text with errors keeps the last good report and says that it is stale', async () => {
  let text = 'good';
  const workbook = live({
    read: () => Promise.resolve({ ...goodReading(text), ...(text === 'good' ? {} : { model: null }) }),
  });
  await workbook.refresh();
  text = 'broken';
  await workbook.refresh();

  expect(workbook.state).toMatchObject({ revision: 2, stale: true, reading: { model: null } });
  expect(versionOf(workbook)).toBe('1');

  text = 'good';
  await workbook.refresh();
  expect(workbook.state).toMatchObject({ revision: 3, stale: false });
});

test('data that stops the run becomes problems beside the last good report', async () => {
  let fails = false;
  const workbook = live({ run: () => (fails ? Promise.reject(new DataError([])) : Promise.resolve(fakeRun('1'))) });
  await workbook.refresh();
  fails = true;
  await workbook.refresh();

  expect(workbook.state).toMatchObject({ revision: 2, stale: true, fault: null });
  expect(versionOf(workbook)).toBe('1');
});

test('an internal fault is kept apart from problems of the data', async () => {
  const workbook = live({ run: () => Promise.reject(new TypeError('x is undefined')) });
  await workbook.refresh();

  expect(workbook.state).toMatchObject({ revision: 1, stale: false, run: null, problems: [] });
  expect(workbook.state.fault).toBeInstanceOf(TypeError);
});

test('closing stops the run under way and closes the workbook after it', async () => {
  const order: string[] = [];
  const workbook = live({
    run: (_, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => {
          order.push('run stopped');
          reject(new Error('aborted'));
        });
      }),
    close: () => Promise.resolve(void order.push('closed')),
  });
  void workbook.refresh();
  await new Promise((resolve) => setTimeout(resolve, 10));
  await workbook.close();

  expect(order).toEqual(['run stopped', 'closed']);
  expect(workbook.state.revision).toBe(0);
});
