import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './launch.js';

/** A published site as readers meet it: from a folder, or below a path of somebody's server, with nothing else to be had. */

const root = path.join(import.meta.dirname, '../..');
let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'benchbook-site-'));
  const args = [
    'packages/cli/bin/benchbook.js',
    'build',
    'scenarios/coverage/by-industry.md',
    'scenarios/coverage/coverage.bench',
  ];
  await promisify(execFile)(process.execPath, [...args, '-o', folder, '--include', 'name'], { cwd: root });
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a page asks for, while scripts are off and the network is cut. */
async function visited(address: string, allowed: string, visit: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1_280, height: 900 } });
  const page = await context.newPage();
  const others: string[] = [];
  await context.route('**', async (route) => {
    const url = route.request().url();
    if (url.startsWith(allowed) || url.startsWith('data:')) return route.continue();
    others.push(url);
    return route.abort();
  });
  await page.goto(address);
  await visit(page);
  await context.close();
  return others;
}

async function walk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'By industry' }).click();
  expect(await page.locator('h1').textContent()).toBe('By industry');
  expect(await page.locator('svg[role="img"]').count()).toBeGreaterThanOrEqual(4);
  // Moving a control shows what its position comes to, without a script.
  const control = page.getByRole('group', { name: 'Department coverage asked of technology' });
  const shown = () => control.locator('.position:visible').allTextContents();
  const before = await shown();
  await control.getByLabel('20%').check();
  expect(before).toHaveLength(1);
  expect(await shown()).toHaveLength(1);
  expect(await shown()).not.toEqual(before);
  expect((await shown())[0]).toContain('127 move');
  await page.getByRole('link', { name: 'All pages' }).click();
  expect(await page.getByRole('link', { name: 'Contact coverage risk' }).count()).toBe(1);
}

describe('a published site', () => {
  test('reads from a folder, its pictures and controls too, and asks for nothing', async () => {
    const here = pathToFileURL(folder).href;
    expect(await visited(`${here}/index.html`, here, walk)).toEqual([]);
  });

  test('reads below a path of a server', async () => {
    const server = createServer((request, response) => {
      const name = decodeURIComponent((request.url ?? '').replace(/^\/wiki\/rules\//, '')) || 'index.html';
      readFile(path.join(folder, name)).then(
        (content) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const own = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/wiki/rules/`;
    try {
      const others = await visited(own, own, walk);
      expect(others.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
    } finally {
      server.close();
    }
  });
});
