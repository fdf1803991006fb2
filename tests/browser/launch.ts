import { chromium, type Browser } from 'playwright-core';

/** Starts the browser that `npm test` found. In a container, as root, Chromium runs only without its sandbox. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.BENCHBOOK_BROWSER;
  if (!executablePath) throw new Error('BENCHBOOK_BROWSER names no browser: run the browser tests with `npm test`.');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
