import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { startFixture, type Fixture } from '../../packages/ui/test/fixture/server.js';
import { launch } from './launch.js';
import { app, cells, open, overflow, type Look, type Opened } from './workbench-page.js';

let browser: Browser;
let fixture: Fixture;
let opened: Opened;

beforeAll(async () => {
  browser = await launch();
  fixture = await startFixture(app);
});
afterAll(async () => {
  await browser.close();
  await fixture.close();
});
beforeEach(() => {
  fixture.become('good');
});
afterEach(async () => {
  const { complaints, foreign } = opened;
  await opened.close();
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

async function openPage(look: Look = {}): Promise<Opened['page']> {
  opened = await open(browser, fixture.url, look);
  await opened.page.waitForSelector('.grid-row[id]');
  return opened.page;
}

const headline = 'p.headline';

describe('the report', () => {
  test('says in one sentence how many stand under the worst label, and how many miss any benchmark', async () => {
    const page = await openPage();
    expect(await page.textContent(headline)).toBe(
      '1,339 of 1,407 (95.2%) are high risk; 1,406 (99.9%) are high or medium: they miss at least one benchmark.',
    );
    await opened.picture('english-light');
  });

  test('draws every chart, each with a summary in words and its figures as a table', async () => {
    const page = await openPage();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('bench-chart')].every((each) => each.children.length > 0),
    );
    const charts = await page.evaluate(() =>
      [...document.querySelectorAll('bench-chart > figure.chart:not(.empty)')].map((figure) => ({
        drawn:
          (figure.querySelector('svg')?.getBoundingClientRect().height ?? figure.querySelector('table')!.rows.length) >
          0,
        said: figure.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? 'a table speaks for itself',
        figures: figure.querySelectorAll('table tr').length,
      })),
    );
    expect(charts.length).toBe(15);
    for (const chart of charts) {
      expect(chart.drawn).toBe(true);
      expect(chart.said).not.toBe('');
      expect(chart.figures).toBeGreaterThan(1);
    }
    expect(await page.textContent('.chart.empty')).toContain('The source "visits" is not available.');
  });

  test('names each picture after its labels, with the rule as written below', async () => {
    const page = await openPage({ language: 'zh' });
    const title = page.locator('.show.matrix figcaption');
    await title.waitFor();
    expect(await title.textContent()).toBe('达标率 · 按行业show passed by industry as matrix');
    expect(await page.locator('.show.matrix thead th').allTextContents()).toEqual([
      '行业',
      '数量',
      '联系人密度比',
      '决策层占比',
    ]);
    expect(await page.locator('.show.matrix td small').count()).toBe(0);
  });

  test('marks benchmark, median and mean on a distribution, and warns of a mean that describes nobody', async () => {
    const page = await openPage();
    const metric = page.locator('.metric').first();
    await metric.locator('svg').waitFor();
    const labels = await metric.locator('svg text').allTextContents();
    expect(labels.join(' ')).toMatch(/Benchmark ≥ 5/);
    expect(labels.join(' ')).toMatch(/Median [\d.]+/);
    expect(labels.join(' ')).toMatch(/Mean [\d.]+/);
    expect(await metric.locator('.note').textContent()).toContain('describes no typical case');
  });

  test('fits the window at every width, in both languages and themes', async () => {
    for (const width of [1280, 820, 390]) {
      for (const language of ['en', 'zh'] as const) {
        const page = await openPage({ width, language, dark: language === 'zh', height: 900 });
        await page.waitForFunction(() => document.querySelectorAll('figure.chart').length > 12);
        expect(await overflow(page)).toBe(0);
        await opened.picture(`${language}-${String(width)}`);
        if (width !== 390 || language !== 'zh') await opened.close();
      }
    }
  });

  test('labels are never cut at the edge of a chart', async () => {
    const page = await openPage({ width: 390, height: 844 });
    await page.waitForFunction(() => document.querySelectorAll('figure.chart').length > 12);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('figure.chart svg')].flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')]
          .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ text, box }) => text !== '' && (box.left < frame.left - 1 || box.right > frame.right + 1))
          .map(({ text }) => text);
      }),
    );
    expect(cut).toEqual([]);
  });
});

describe('languages and themes', () => {
  test('a switch changes the page, the address and the next visit', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: '中文' }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    expect(await page.textContent(headline)).toBe(
      '1,407 个对象中有 1,339 个（95.2%）的 risk 为 high；high 或 medium 合计 1,406 个（99.9%），至少有一项未达基准。',
    );
    expect(new URL(page.url()).searchParams.get('lang')).toBe('zh');
    await page.goto(fixture.url);
    await page.waitForSelector(headline);
    expect(await page.textContent('#census-title')).toBe('总体分布');
  });

  test('dark can be chosen by hand, and text keeps its contrast in both', async () => {
    const page = await openPage();
    for (const theme of ['light', 'dark']) {
      await page.getByLabel('Theme').selectOption(theme);
      expect(await page.getAttribute('html', 'data-theme')).toBe(theme);
      expect(await lowContrast(page)).toEqual([]);
      await opened.picture(`theme-${theme}`);
    }
  });
});

describe('the ranking', () => {
  test('is filtered by text and by label, and says how many rows are left', async () => {
    const page = await openPage();
    await page.getByLabel('Find a name or key').fill('shaw inc');
    const shown = page.locator('.filters .shown');
    expect(await shown.textContent()).toMatch(/^\d{1,2} of 1,407 rows$/);
    expect((await cells(page, 1, 1))[0]).toMatch(/Shaw Inc/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('risk', { exact: true }).selectOption('medium');
    expect(await shown.textContent()).toBe('67 of 1,407 rows');
    expect(await cells(page, 2)).toEqual(['medium', 'medium', 'medium']);
  });

  test('is sorted by a column, first from the largest, then from the smallest', async () => {
    const page = await openPage();
    const column = page.locator('.grid').getByRole('columnheader', { name: /联系人密度比/ });
    await column.getByRole('button').click();
    expect(await column.getAttribute('aria-sort')).toBe('descending');
    const largest = Number.parseFloat((await cells(page, 7, 1))[0]!);
    await column.getByRole('button').click();
    expect(await column.getAttribute('aria-sort')).toBe('ascending');
    expect(Number.parseFloat((await cells(page, 7, 1))[0]!)).toBeLessThan(largest);
  });

  test('is walked by arrow keys, opened by Enter and closed by Escape', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: 'Hide rulebook' }).click();
    await page.locator('[role=grid]').focus();
    await page.waitForTimeout(600);
    const before = await page.locator('.grid').evaluate((grid) => grid.getBoundingClientRect().top);
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('[role=grid]', 'aria-activedescendant')).toBe('row-3');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.account-name');
    expect(await page.textContent('.account-place b')).toBe('Rank 4 of 1,407');
    await page.waitForTimeout(600);
    const after = await page.locator('.grid').evaluate((grid) => grid.getBoundingClientRect().top);
    expect(Math.abs(after - before)).toBeLessThan(2);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.account-place b')?.textContent === 'Rank 1,407 of 1,407');
    await opened.picture('last-row-open');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.account-name', { state: 'detached' });
    expect(new URL(page.url()).hash).toBe('');
  });
});

describe('a narrow page', () => {
  test('shows rank, name, level and score without scrolling, and says that there is more', async () => {
    const page = await openPage({ width: 390, height: 844 });
    const grid = page.locator('.grid');
    const right = await grid.evaluate((element) => element.getBoundingClientRect().right);
    const ends = await page
      .locator('.grid-rows > .grid-row')
      .first()
      .evaluate((row) => [...row.children].slice(0, 4).map((cell) => cell.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(right);
    expect(await page.locator('.grid-head [role=columnheader]').nth(3).textContent()).toContain('priority');
    expect(await page.locator('.grid-frame.more-after').count()).toBe(1);
    await grid.evaluate((element) => {
      element.scrollLeft = element.scrollWidth;
    });
    await page.waitForSelector('.grid-frame.more-before:not(.more-after)');
    const name = page.locator('.grid-rows > .grid-row').first().locator('[role=gridcell]').nth(1);
    const box = await grid.evaluate((element) => element.getBoundingClientRect().left);
    expect(await name.evaluate((element) => element.getBoundingClientRect().left)).toBeLessThan(box + 80);
  });

  test('tables that go on say so and can be scrolled by keyboard', async () => {
    const page = await openPage({ width: 390, height: 844 });
    const matrix = page.getByRole('region', { name: 'By 行业' });
    await matrix.waitFor();
    await matrix.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => (document.querySelector('#breakdowns bench-scroll')?.shadowRoot?.querySelector('.before') ?? null) !== null,
    );
    await opened.picture('matrix-narrow');
  });

  test('opens the rulebook over the report and gives the place back when it is closed', async () => {
    const page = await openPage({ width: 390, height: 844 });
    const rulebook = page.getByRole('dialog', { name: /^Rulebook/ });
    await page.getByRole('button', { name: 'Show rulebook' }).click();
    await rulebook.waitFor();
    await page.keyboard.press('Escape');
    await rulebook.waitFor({ state: 'detached' });
    const link = page.locator('#goals .line-link').first();
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await link.click();
    await rulebook.locator('.cm-shown').waitFor();
    await rulebook.getByRole('button', { name: 'Close' }).click();
    await rulebook.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('an explanation', () => {
  test('is reached by its address, adds up, and leads to the line of the rulebook', async () => {
    const page = await openPage({ hash: '#account=A00601', height: 1000 });
    await page.waitForSelector('.account-name');
    expect(await page.textContent('.why')).toContain('Short of the benchmark: 部门覆盖完整性.');
    await page.waitForSelector('.explained-score svg');
    const parts = await page
      .locator('.explained-score tbody tr td:last-child')
      .evaluateAll((tds) => tds.map((td) => Number(td.textContent)));
    const total = parts.pop()!;
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 1);
    await page.locator('.explained-metric .rule-row .line-link').first().click();
    const line = page.locator('bench-editor .cm-shown');
    expect(await line.textContent()).toContain('>= 15%');
    expect(await line.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await opened.picture('explanation-with-rulebook');
  });

  test('shows each rule under the header of its table, with the cell that applied', async () => {
    const page = await openPage({ hash: '#account=A00601' });
    const row = page.locator('.explained-metric .rule-row').nth(1);
    await row.waitFor();
    expect(await row.locator('th').allTextContents()).toEqual([
      'contact_density',
      'decision_share',
      'department_coverage',
    ]);
    expect(await row.locator('.applies').allTextContents()).toEqual(['decision_share', '>= 15%']);
  });

  test('is a dialog on a narrow page; the rulebook opens over it, and Close and Back lead back into it', async () => {
    const page = await openPage({ width: 390, height: 844, hash: '#account=A00601' });
    const dialog = page.getByRole('dialog', { name: 'Explanation' });
    const rulebook = page.getByRole('dialog', { name: /^Rulebook/ });
    await dialog.locator('.account-name').waitFor();
    await opened.picture('explanation-narrow');
    const link = dialog.locator('.explained-metric .rule-row .line-link').nth(1);
    await link.scrollIntoViewIfNeeded();
    const before = await dialog.evaluate((element) => element.scrollTop);
    await link.click();
    const line = rulebook.locator('bench-editor .cm-shown');
    await line.waitFor();
    expect(
      await line.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    ).toBe(true);
    await opened.picture('rulebook-narrow');
    await rulebook.getByRole('button', { name: 'Close' }).click();
    await rulebook.waitFor({ state: 'detached' });
    expect(await dialog.evaluate((element) => element.scrollTop)).toBe(before);
    await link.click();
    await rulebook.waitFor();
    await page.goBack();
    await rulebook.waitFor({ state: 'detached' });
    expect(await dialog.count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('of a key that is not there says so', async () => {
    const page = await openPage({ hash: '#account=nobody' });
    await page.waitForSelector('aside [role=alert]');
    expect(await page.textContent('aside [role=alert]')).toContain('No account has this key.');
    opened.complaints.splice(0); // the browser reports the 404 itself
  });
});

describe('trouble', () => {
  test('a broken rulebook keeps the report, names the place and marks the line', async () => {
    const page = await openPage();
    await page.getByLabel('Find a name or key').fill('shaw');
    await page.evaluate(() => {
      scrollTo(0, 600);
    });
    fixture.become('broken');
    await page.waitForSelector('.problems');
    expect(await page.textContent('.strip')).toMatch(/Shown is the last good result, from \d\d:\d\d:\d\d/);
    expect(await page.locator('.strip').evaluate((strip) => strip.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
      0,
    );
    expect(await page.textContent('.problems')).toContain('Did you mean contact_density?');
    expect(await page.textContent(headline)).toContain('1,339');
    expect(await page.inputValue('input[type=search]')).toBe('shaw');
    await page.locator('.problems .line-link').first().click();
    const bad = page.locator('bench-editor .cm-lintRange-error').first();
    expect(await bad.textContent()).toBe('contact_densty');
    expect(
      await bad.evaluate((mark) => {
        const pane = (mark.getRootNode() as ShadowRoot).host;
        const [row, frame] = [mark, pane].map((element) => element.getBoundingClientRect());
        return row!.top >= frame!.top && row!.bottom <= frame!.bottom;
      }),
    ).toBe(true);
    expect(await page.locator('#census .line-link').first().getAttribute('title')).toContain('the text has changed');
    expect(await page.locator('.problems .line-link').first().getAttribute('title')).not.toContain('has changed');
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await opened.picture('broken-rulebook');
    fixture.become('good');
    await page.waitForSelector('.problems', { state: 'detached' });
  });

  test('without any result the page lists what to repair', async () => {
    fixture.become('nothing');
    opened = await open(browser, fixture.url);
    const { page } = opened;
    await page.waitForSelector('.problems');
    expect(await page.textContent('.problems')).toContain('does not exist');
    expect(await page.locator('.room').count()).toBe(0);
    await opened.picture('no-result');
    fixture.become('good');
    await page.waitForSelector(headline);
  });

  test('a server that does not answer is named, with a way to try again', async () => {
    fixture.become('down');
    opened = await open(browser, fixture.url);
    const { page } = opened;
    await page.waitForSelector('.failure');
    expect(await page.textContent('.failure')).toContain('The server is being tested.');
    await opened.picture('no-answer');
    fixture.become('good');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector(headline);
    opened.complaints.splice(0); // the browser reports the 503 itself
  });
});

/** Texts in sight whose contrast against the nearest background is under 4.5 to 1. */
function lowContrast(page: Opened['page']): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const known = new Map<string, number[]>();
    const channels = (color: string): number[] => {
      if (!known.has(color)) {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = color;
        pen.fillRect(0, 0, 1, 1);
        known.set(color, [...pen.getImageData(0, 0, 1, 1).data]);
      }
      return known.get(color)!;
    };
    const light = (color: number[]): number =>
      [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
        const value = color[i]! / 255;
        return sum + weight * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      }, 0);
    const behind = (element: Element | null): string => {
      if (element === null) return getComputedStyle(document.documentElement).backgroundColor;
      const { backgroundColor } = getComputedStyle(element);
      return channels(backgroundColor)[3]! > 200 ? backgroundColor : behind(element.parentElement);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const low: string[] = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!;
      const text = walker.currentNode.textContent!.trim();
      if (
        text === '' ||
        element.closest('svg, noscript, option, .visually-hidden, button:disabled') ||
        element.getClientRects().length === 0
      )
        continue;
      const [a, b] = [light(channels(getComputedStyle(element).color)), light(channels(behind(element)))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) low.push(`${text.slice(0, 30)} ${ratio.toFixed(2)} ${element.className}`);
    }
    return [...new Set(low)];
  });
}
