import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Manual } from '../../src/manual/manual.js';
import { manualPage } from '../../src/manual/manual-page.js';

const docs = path.resolve(import.meta.dirname, '../../../../docs');
let server: Server;
let base: string;

beforeAll(async () => {
  const manual = new Manual(docs);
  server = createServer((request, response) => {
    const page = new URL(request.url ?? '', 'http://localhost').pathname.slice('/docs/'.length);
    void manual.send(decodeURIComponent(page), request, response).then((sent) => {
      if (!sent) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/docs/`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const get = async (page: string): Promise<string> => (await fetch(base + page)).text();
const body = (text: string, page = 'a.md'): string =>
  /<\/nav>\n([\s\S]*?)\n?<\/main>/.exec(manualPage(text, page))?.[1]?.trim() ?? '';

describe('the documentation, served', () => {
  test('a message has its page, in the look of the pages on rulebooks', async () => {
    const answer = await fetch(`${base}diagnostics/B203.md`);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    expect(page).toContain('<title>B203: ');
    expect(page).toContain('<link rel="stylesheet" href="../manual.css">');
    expect(await get('manual.css')).toContain('light-dark(');
  });

  test('only the documentation is served', async () => {
    for (const page of ['../package.json', '..%2fREADME.md', 'none.md', 'diagnostics', '.hidden.md', '%00.md'])
      expect((await fetch(base + page)).status, page).toBe(404);
  });

  test('every link from page to page leads to one, and to a heading that is there', async () => {
    const files = (await readdir(docs, { recursive: true })).filter((file) => file.endsWith('.md'));
    const pages = new Map<string, string>();
    for (const file of files) pages.set(new URL(file, base).href, await get(file));
    const broken = [...pages].flatMap(([from, html]) =>
      [...html.matchAll(/<a href="([^"]*)"/g)].flatMap(([, href = '']) => {
        const url = new URL(href, from);
        if (!url.href.startsWith(base) || !url.pathname.endsWith('.md')) return [];
        const found = pages.get(url.href.split('#', 1)[0] ?? '');
        const isThere =
          found !== undefined && (url.hash === '' || found.includes(`id="${decodeURIComponent(url.hash.slice(1))}"`));
        return isThere ? [] : [`${from.slice(base.length)}: ${href}`];
      }),
    );
    expect(files.length).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });
});

describe('a page', () => {
  test('headings can be linked to; Chinese ones, too', () => {
    expect(body('## `lsp`: an editor\n\n## 语言 (二)')).toBe(
      '<h2 id="lsp-an-editor"><code>lsp</code>: an editor</h2>\n<h2 id="语言-二">语言 (二)</h2>',
    );
  });

  test('what leads out of the documentation is no link', () => {
    expect(body('[a](../b.md) [c](../../c.bench) [d](https://example.com/) [e](#e)', 'guides/a.md')).toBe(
      '<p><a href="../b.md">a</a> c <a href="https://example.com/">d</a> <a href="#e">e</a></p>',
    );
  });

  test('markup is text, and a script is no address', () => {
    expect(body('<b onclick="x()">b</b> [a](javascript:x)')).toBe(
      '<p>&lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt; [a](javascript:x)</p>',
    );
  });
});
