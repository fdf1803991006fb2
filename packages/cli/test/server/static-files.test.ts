import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StaticFiles } from '../../src/server/static-files.js';

let folder: string;
let server: Server;
let base: string;
const long = 'export const x = 1;\n'.repeat(200);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'benchbook-page-'));
  const page = path.join(folder, 'page');
  await mkdir(path.join(page, 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(page, 'index.html'), '<!doctype html>');
  await writeFile(path.join(page, '.hidden.txt'), 'hidden');
  await writeFile(path.join(page, 'assets/index-CqH6KAcB.js'), long);
  await writeFile(path.join(page, 'assets/style-AbCd1234.css'), long);
  await writeFile(path.join(page, 'assets/style-AbCd1234.css.br'), brotliCompressSync(long));
  await symlink(path.join(folder, 'secret.txt'), path.join(page, 'link.txt'));
  const files = new StaticFiles(page);
  server = createServer((request, response) => {
    void files.send(decodeURIComponent(request.url ?? ''), request, response).then((sent) => {
      if (!sent) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

test('every address without an extension is the page', async () => {
  for (const address of ['/', '/accounts/A1']) {
    const answer = await fetch(base + address);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
      'text/html; charset=utf-8',
      '<!doctype html>',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
});

test('a hashed asset is kept for good', async () => {
  const answer = await fetch(`${base}/assets/index-CqH6KAcB.js`);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('what has not changed is not sent again', async () => {
  const tag = (await fetch(`${base}/`)).headers.get('etag') ?? '';
  const again = await fetch(`${base}/`, { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test.each([
  ['/assets/style-AbCd1234.css', 'gzip, br', 'br'],
  ['/assets/style-AbCd1234.css', 'gzip', 'gzip'],
  ['/assets/index-CqH6KAcB.js', 'gzip, br', 'gzip'],
  ['/assets/index-CqH6KAcB.js', 'gzip;q=0', null],
])('%s with Accept-Encoding %s comes as %s', async (address, accepted, encoding) => {
  const answer = await fetch(base + address, { headers: { 'accept-encoding': accepted } });
  expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([encoding, long]);
});

test.each(['/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/link.txt', '/.hidden.txt', '/%00.txt', '/none.css'])(
  '%s leads nowhere',
  async (address) => {
    expect((await fetch(base + address)).status).toBe(404);
  },
);
