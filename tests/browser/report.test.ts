import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launch } from './launch.js';
import { serveCopy, type ServedCopy } from './served-copy.js';
import { cells, open, type Look, type Opened } from './workbench-page.js';

let browser: Browser;
let served: ServedCopy;
let opened: Opened;

beforeAll(async () => {
  served = await serveCopy();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});
afterEach(async () => {
  const { complaints, foreign } = opened;
  await opened.close();
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

async function openReport(look: Look = {}): Promise<Opened['page']> {
  opened = await open(browser, served.address, { height: 1000, ...look });
  await opened.page.waitForSelector('.grid-row[id]');
  await opened.page.waitForFunction(() =>
    [...document.querySelectorAll('bench-chart')].every((chart) => chart.children.length > 0),
  );
  return opened.page;
}

test('the page reads the census and drills into the top account', async () => {
  const page = await openReport();
  expect(await page.textContent('p.headline')).toBe(
    '1,339 of 1,407 (95.2%) are high risk; 1,406 (99.9%) are high or medium: they miss at least one benchmark.',
  );
  expect(await cells(page, 1, 5)).toEqual([
    'Shaw Inc',
    'Gonzalez Inc',
    'George, Davis and Hill',
    'Castillo Ltd',
    'Lewis, Clark and Drake',
  ]);
  await page.click('.grid-rows > .grid-row >> nth=0');
  const explanation = page.locator('aside.explanation');
  await explanation.getByText('94,928,829.59 CNY').first().waitFor();
  expect(await explanation.locator('h2').first().textContent()).toBe('Shaw Inc');
  const text = (await explanation.textContent())?.replaceAll(/\s+/g, ' ') ?? '';
  expect(text).toContain('Rank 1 of 1,407');
  expect(text).toContain('count(contacts) 0');
  expect(text).toContain('coverage.bench:81');
  expect(await explanation.locator('.explained-metric .applies').first().textContent()).toBe('contact_density');
  expect(await page.textContent('.data-line')).toContain('1,407 of 7,035 accounts');
  expect(await page.locator('.show figcaption').first().textContent()).toMatch(/^Risk by industry/);
  await opened.picture('workbench');
});

test('the same in Chinese', async () => {
  const page = await openReport({ language: 'zh', hash: '?lang=zh' });
  expect(await page.textContent('p.headline')).toContain('1,339');
  expect(await page.locator('.show figcaption').first().textContent()).toMatch(/^风险等级 · 按行业/);
  await page.click('.grid-rows > .grid-row >> nth=0');
  await page.locator('aside.explanation h2', { hasText: 'Shaw Inc' }).waitFor();
  await opened.picture('workbench.zh');
});

test('a saved edit is on the page within a second, and a broken one keeps the last good report', async () => {
  const page = await openReport();
  const { file } = served;
  const text = await readFile(file, 'utf8');
  const headline = page.locator('p.headline');
  try {
    await writeFile(file, text.replace(/^apply generic to key_accounts/m, 'apply by_industry to key_accounts'));
    await headline.filter({ hasText: '1,353 of 1,407' }).waitFor({ timeout: 5_000 });
    await writeFile(file, text.replace('>= 15% ', '>= 15 ¥'));
    await page
      .locator('.stale, .strip, [role=alert]')
      .filter({ hasText: 'last good result' })
      .first()
      .waitFor({ timeout: 5_000 });
    expect(await headline.textContent()).toContain('1,353 of 1,407');
    await opened.picture('broken');
  } finally {
    await writeFile(file, text);
  }
  await headline.filter({ hasText: '1,339 of 1,407' }).waitFor({ timeout: 5_000 });
});

test('figures that nobody has are named once, and nobody is ranked by them', async () => {
  const page = await openReport();
  const { file } = served;
  const text = await readFile(file, 'utf8');
  const headline = page.locator('p.headline');
  try {
    await writeFile(file, text.replace('from "data/coverage/contacts.csv"', 'not available'));
    await headline.filter({ hasText: '1,407 of 1,407 (100.0%) cannot be placed' }).waitFor({ timeout: 5_000 });
    expect(await page.locator('.metric.unknown').count()).toBe(3);
    expect(await page.textContent('.metric.unknown')).toContain('No value is known (1,407 unknown)');
    await page.waitForFunction(() => document.querySelector('.grid-rows > .grid-row > *')?.textContent?.trim() === '–');
    await page.click('.grid-rows > .grid-row >> nth=0');
    await page.locator('aside.explanation .account-place b', { hasText: 'Not ranked' }).waitFor();
    await opened.picture('unknown');
  } finally {
    await writeFile(file, text);
  }
  await headline.filter({ hasText: '1,339 of 1,407' }).waitFor({ timeout: 5_000 });
});

test('numbers in the address: the whole report stands under them, and says so', async () => {
  const page = await openReport({ hash: `?set=${encodeURIComponent('generic.department_coverage=20%')}` });
  const strip = page.locator('.strip.scenario');
  expect((await strip.textContent())?.replace(/\s+/g, ' ').trim()).toBe(
    'What if: numbers in the address generic.department_coverage >= 60% → >= 20% Back to the rules as they stand',
  );
  const headline = await page.textContent('p.headline');
  expect(headline).not.toContain('1,339 of 1,407');
  expect(headline).toContain(' of 1,407');
  await opened.picture('what-if');
  await page.click('.strip.scenario a');
  await page.locator('p.headline', { hasText: '1,339 of 1,407' }).waitFor({ timeout: 5_000 });
  expect(await strip.count()).toBe(0);
});
