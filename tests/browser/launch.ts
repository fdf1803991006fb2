import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Debian puts it: for a test run without `npm test`. */
const USUAL = '/usr/bin/chromium';

/** Nothing of the browser's own may go out while a test counts requests. */
const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the browser that `npm test` found. In a container, as root, Chromium runs only without its sandbox. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.BENCHBOOK_BROWSER ?? (existsSync(USUAL) ? USUAL : undefined);
  if (!executablePath) throw new Error('BENCHBOOK_BROWSER names no browser: run the browser tests with `npm test`.');
  return chromium.launch({ executablePath, args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
}
