import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RateLimit } from '../../src/server/rate-limit.js';
import { serveCopy, type Served } from '../support/served.js';

describe('how often an address may ask', () => {
  test('so many at once, then so many a second; what is refused costs nothing', () => {
    let now = 0;
    const limit = new RateLimit(3, 2, () => now);
    expect([1, 2, 3, 4, 5].map(() => limit.take('a'))).toEqual([0, 0, 0, 1, 1]);
    now = 500;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1]);
    now = 60_000;
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1]);
  });

  test('each for itself, and slow limits say how long', () => {
    const limit = new RateLimit(1, 0.1, () => 0);
    expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 10]);
  });
});

/** What four hundred requests are answered with. */
async function statuses(address: string): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(Array.from({ length: 40 }, () => fetch(`${address}api/openapi.json`)));
    for (const { status } of answers) found.add(status);
  }
  return found;
}

describe('a running server', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveCopy();
    await fetch(`${served.address}api/state`);
  });
  afterAll(async () => {
    await served.stop();
  });

  test('says that it is well, and what it shows', async () => {
    const answer = await fetch(`${served.address}healthz`);
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'ok', revision: 1, stale: false }]);
  });

  test('counts what it has answered', async () => {
    await fetch(`${served.address}api/nothing`);
    const text = await (await fetch(`${served.address}metrics`)).text();
    expect(text).toMatch(/^benchbook_http_requests_total\{method="GET",status="2xx"\} [1-9]/m);
    expect(text).toMatch(/^benchbook_http_requests_total\{method="GET",status="4xx"\} 1$/m);
    expect(text).toContain('benchbook_revision 1\n');
    expect(text).toMatch(/^benchbook_report_timestamp_seconds 1\d{9}/m);
  });

  test('does not hold back who asks from this machine', async () => {
    expect(await statuses(served.address)).toEqual(new Set([200]));
  });

  test('beyond this machine it does, and says when to ask again', async () => {
    const open = await serveCopy({ more: ['--host', '0.0.0.0'] });
    const address = open.address.replace('0.0.0.0', '127.0.0.1');
    expect(await statuses(address)).toEqual(new Set([200, 429]));
    const held = await fetch(`${address}api/openapi.json`);
    expect([held.status, Number(held.headers.get('retry-after')) >= 1]).toEqual([429, true]);
    expect((await fetch(`${address}healthz`)).status).not.toBe(429);
    await open.stop();
  });

  test('ends within a second when it is told to, as a service manager does', async () => {
    const other = await serveCopy();
    await fetch(`${other.address}api/state`);
    const ended = new Promise<number | null>((resolve) => other.process.once('close', resolve));
    other.process.kill('SIGTERM');
    expect([0, 143]).toContain(await ended);
    await other.stop();
  });
});
