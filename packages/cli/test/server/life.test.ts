import { createServer, type AddressInfo } from 'node:net';
import type { WorkbenchState } from '@benchbook/engine';
import { expect, test } from 'vitest';
import { benchbook, start } from '../support/benchbook.js';
import { openEvents } from '../support/events.js';
import { serveCopy } from '../support/served.js';

test('Ctrl-C stops it within a second, open event streams or not', { retry: 2 }, async () => {
  const served = await serveCopy();
  const events = await openEvents(served.address);
  const before = performance.now();
  expect(await served.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(1000);
  await events.close();
});

test('a port that is taken is refused when it was asked for', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, stdout, stderr } = await benchbook(['serve', 'scenarios/coverage.bench', '--port', String(port)]);
  other.close();
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`Port ${port} is taken. Choose another with --port, or leave it out for the next free one.`);
});

test('without --port the next free one is taken', async () => {
  const children = [start(['serve']), start(['serve'])];
  const addresses = await Promise.all(
    children.map(
      (child) =>
        new Promise<string>((resolve) => child.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString()))),
    ),
  );
  for (const child of children) child.kill('SIGTERM');
  const ports = addresses.map((line) => Number(/:(\d+)\//.exec(line)?.[1]));
  expect(new Set(ports).size).toBe(2);
  for (const port of ports) expect(port).toBeGreaterThanOrEqual(4321);
});

test('beyond loopback it says who can read the data', async () => {
  const child = start(['serve', '--host', '0.0.0.0', '--port', '0']);
  const said = await new Promise<string>((resolve) => {
    let stderr = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (stderr.includes('0.0.0.0')) resolve(stderr);
    });
  });
  child.kill('SIGTERM');
  expect(said).toContain('Listening on 0.0.0.0: other machines that reach it can read the data.');
});

test('of a rulebook that is broken from the start the rest is served, with what is wrong and what is left out', async () => {
  const served = await serveCopy({ file: 'other/broken.bench' });
  const state = (await (await fetch(`${served.address}api/state`)).json()) as WorkbenchState;
  expect(state).toMatchObject({ revision: 1, stale: false, diagnostics: [{ code: 'B101', line: 12 }] });
  expect(state.left_out).toEqual(['metric revenue', 'benchmark least', 'level standing']);
  expect(Object.keys(state.report?.metrics ?? {})).toEqual(['twice']);
  expect((await fetch(`${served.address}api/ranking.arrow`)).status).toBe(200);
  await served.stop();
});
