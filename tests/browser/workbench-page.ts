import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** The built page; `npm test` builds it. */
export const app = path.join(import.meta.dirname, '../../packages/ui/dist/app');

/** BENCHBOOK_PICTURES=folder keeps a picture of every state the tests reach, to look at. */
const pictures = process.env.BENCHBOOK_PICTURES;

export interface Opened {
  readonly page: Page;
  /** Everything the page complained about: console errors, exceptions, refusals of its content policy. */
  readonly complaints: string[];
  /** Requests to any other host. */
  readonly foreign: string[];
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface Look {
  readonly language?: 'en' | 'zh';
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly hash?: string;
}

/** Opens the workbench as a reader would, and notes what should not happen. */
export async function open(browser: Browser, url: string, look: Look = {}): Promise<Opened> {
  if (!existsSync(path.join(app, 'index.html'))) throw new Error('The page is not built: run `npm run build` first.');
  const { language = 'en', dark = false, width = 1280, height = 900, hash = '' } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) foreign.push(request.url());
  });
  await page.goto(`${url}${hash}`);
  return {
    page,
    complaints,
    foreign,
    picture: async (name) => {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** How far the page is wider than the window; anything above 0 makes readers scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** The texts of the first rows in sight of one column, by its place in the grid. */
export function cells(page: Page, column: number, rows = 3): Promise<string[]> {
  return page.evaluate(
    ([place, count]) =>
      [...document.querySelectorAll('.grid-rows > .grid-row')]
        .slice(0, count)
        .map((row) => row.children[place!]?.textContent?.trim() ?? ''),
    [column, rows],
  );
}
