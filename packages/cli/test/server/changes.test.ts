import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkbenchState } from '@benchbook/engine';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEvents, type Revisions } from '../support/events.js';
import { serveCopy, type Served } from '../support/served.js';

let served: Served;
let events: Revisions;

beforeEach(async () => {
  served = await serveCopy();
  await state();
  events = await openEvents(served.address);
  expect(await events.next()).toBe(1);
});
afterEach(async () => {
  await events.close();
  await served.stop();
});

const state = async () => (await (await fetch(`${served.address}api/state?lang=en`)).json()) as WorkbenchState;

async function edit(from: string, to: string): Promise<void> {
  const text = await readFile(served.rulebook, 'utf8');
  expect(text).toContain(from);
  await writeFile(`${served.rulebook}~`, text.replace(from, to));
  await rename(`${served.rulebook}~`, served.rulebook);
}

test('a saved rulebook is run again within a second, and whoever listens is told', { retry: 2 }, async () => {
  const before = performance.now();
  await edit('| >= 5            |', '| >= 2            |');
  expect(await events.next()).toBe(2);
  expect(performance.now() - before).toBeLessThan(1000);
  const { revision, stale, report } = await state();
  expect({ revision, stale, passed: report?.metrics.contact_density?.passed }).toEqual({
    revision: 2,
    stale: false,
    passed: 4,
  });
});

test('a broken rulebook keeps the last good report and says what is wrong', async () => {
  await edit('= count(contacts) / annual_revenue', '= count(contacts) / anual_revenue');
  expect(await events.next()).toBe(2);
  const broken = await state();
  expect(broken).toMatchObject({ stale: true, diagnostics: [{ severity: 'error', line: 26 }] });
  expect(broken.report?.levels).toEqual({ risk: { high: 3, medium: 1, low: 2, unknown: 0 } });
  expect(broken.rulebook.text).toContain('anual_revenue');
  expect((await fetch(`${served.address}api/ranking.arrow`)).status).toBe(200);

  await edit('anual_revenue', 'annual_revenue');
  expect(await events.next()).toBe(3);
  expect(await state()).toMatchObject({ stale: false, diagnostics: [] });
});

test('changed data is read again; data that stops the run is told beside the last good report', async () => {
  const accounts = path.join(served.folder, 'data/accounts.csv');
  const text = await readFile(accounts, 'utf8');
  await rm(accounts);
  expect(await events.next()).toBe(2);
  const without = await state();
  expect(without).toMatchObject({ stale: true, diagnostics: [], problems: [{ severity: 'error', code: 'D201' }] });
  expect(without.report?.population.size).toBe(6);
  expect((await fetch(`${served.address}api/explain?key=A1`)).status).toBe(200);

  await writeFile(accounts, `${text}B1,New One,零售业,80000000,7\n`);
  expect(await events.next()).toBe(3);
  expect((await state()).report?.population.size).toBe(6);
  expect((await state()).report?.population.of).toBe(11);
});
