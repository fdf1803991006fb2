import type { DataFacts } from '@benchbook/dsl';
import type { Explanation, Report, WorkbenchState } from '@benchbook/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArrow } from '../support/arrow.js';
import { rawRequest } from '../support/raw-request.js';
import { serveCopy, type Served } from '../support/served.js';

let served: Served;

beforeAll(async () => {
  served = await serveCopy();
});
afterAll(async () => {
  await served.stop();
});

const get = (path: string) => fetch(served.address + path);
const json = async <Body>(path: string): Promise<Body> => (await (await get(path)).json()) as Body;

test('state is what the page draws first, in the language asked for', async () => {
  const state = await json<WorkbenchState>('api/state?lang=zh');
  expect(state).toMatchObject({ revision: 1, stale: false, diagnostics: [], problems: [] });
  expect(state.rulebook).toMatchObject({ file: 'scenarios/coverage.bench' });
  expect(state.rulebook.text.startsWith('rulebook coverage')).toBe(true);
  expect(state.report?.levels).toEqual({ risk: { high: 3, medium: 1, low: 2, unknown: 0 } });
  expect(state.report?.ranking).toEqual([]);
  expect(new Date(state.report_at ?? '').toISOString()).toBe(state.report_at);
});

test('the ranking is an Arrow stream', async () => {
  const answer = await get('api/ranking.arrow');
  expect(answer.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
  const table = readArrow(new Uint8Array(await answer.arrayBuffer()));
  expect([...(table.getChild('key') ?? [])]).toEqual(['A1', 'A3', 'A5', 'A6', 'A2', 'A4']);
  expect(table.schema.fields.find(({ name }) => name === 'contact_density')?.metadata.get('role')).toBe('metric');
});

test('explain takes a key or a unique name', async () => {
  const [byKey, byName] = await Promise.all(
    ['A2', 'Shaw, Inc'].map((key) => json<Explanation>(`api/explain?key=${encodeURIComponent(key)}&lang=en`)),
  );
  expect(byKey).toEqual(byName);
  expect(byKey).toMatchObject({ key: 'A2', levels: [{ value: 'low' }] });
});

test('facts are what an editor shows of the data', async () => {
  const facts = await json<DataFacts>('api/facts');
  expect(facts.population?.size).toBe(6);
  expect(facts.labels.risk).toEqual({ high: 3, medium: 1, low: 2 });
  expect(Object.keys(facts.sources)).toEqual(['accounts', 'contacts']);
});

test.each([
  ['api/explain', 400, { error: 'Which account? Give its key or name as ?key=.' }],
  ['api/explain?key=Nobody+else', 404, { error: 'key_accounts has no account Nobody else.', similar: [] }],
  [
    'api/explain?key=A7&lang=zh',
    404,
    {
      error: expect.stringMatching(
        /^Tiny One \(A7\) 在 accounts 里, 但不在 key_accounts 里: .*在取线以下。$/,
      ) as string,
    },
  ],
  ['api/explain?key=Castilo+Ltd', 404, { similar: [{ key: 'A5', name: 'Castillo Ltd' }] }],
  ['api/explain?key=&lang=zh', 400, { error: '哪个客户? 请用 ?key= 给出键或名称。' }],
  ['api/export?format=exe', 400, { error: 'The format is one of csv, json, parquet.' }],
  ['api/nothing', 404, { error: 'There is nothing at this address.' }],
  ['none.js', 404, { error: 'There is nothing at this address.' }],
  ['%zz', 400, { error: 'This address cannot be read.' }],
  [`?${'x'.repeat(3000)}`, 414, { error: 'This address is too long.' }],
])('%s is answered with %i and a sentence', async (path, status, body) => {
  const answer = await get(path);
  expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining(body)]);
});

test('exports are files to keep', async () => {
  const csv = await get('api/export?format=csv');
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="coverage.csv"');
  expect((await csv.text()).split('\n')[1]).toMatch(/^1,A1,招商银行,/);
  const parquet = new Uint8Array(await (await get('api/export?format=parquet')).arrayBuffer());
  expect(new TextDecoder().decode(parquet.slice(0, 4))).toBe('PAR1');
  expect((await json<Report>('api/export?format=json')).schema).toBe('benchbook.report/1');
});

test('HEAD has the headers and no body', async () => {
  const answer = await fetch(`${served.address}api/state`, { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('nothing but GET and HEAD is answered', async () => {
  const answer = await fetch(`${served.address}api/state`, { method: 'POST', body: '{}' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('every answer carries the rules of the house', async () => {
  const { headers } = await get('api/state');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('a request under another name is refused', async () => {
  const answer = await rawRequest(served.address, [
    'GET /api/state HTTP/1.1',
    'Host: evil.example',
    'Connection: close',
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  expect(answer).not.toContain('rulebook coverage');
});

test.each([
  '/../../package.json',
  '/..%2f..%2f..%2fpackage.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '//evil.example/x.js',
])('%s leads nowhere', async (path) => {
  const { host } = new URL(served.address);
  const answer = await rawRequest(served.address, [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close']);
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(answer).not.toContain('benchbook-source');
});

test('headers beyond all measure are refused', async () => {
  const { host } = new URL(served.address);
  const answer = await rawRequest(served.address, ['GET / HTTP/1.1', `Host: ${host}`, `X: ${'x'.repeat(20_000)}`]);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
});
