/**
 * The rule editor in Chromium: from a keystroke in a rulebook of 500 lines to all that is wrong with it in the document, and to the
 * frame in which both are painted anew. Each keystroke breaks a name or mends it, so that what is wrong changes every time.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { provideBrowser } from '../scripts/browser.mjs';
import { root } from './large-data.mjs';
import { median, ms, print } from './measure.mjs';

const LINES = 500;
const KEYS = 200;

const folder = path.join(root, '.benchbook', 'bench-editor');
rmSync(folder, { recursive: true, force: true });
mkdirSync(path.join(folder, 'scenarios'), { recursive: true });
cpSync(path.join(root, 'data/coverage'), path.join(folder, 'data/coverage'), { recursive: true });
writeFileSync(path.join(folder, 'scenarios/long.bench'), longRulebook());

const server = spawn(
  process.execPath,
  [path.join(root, 'packages/cli/bin/benchbook.js'), 'serve', 'scenarios/long.bench', '--port', '0'],
  { cwd: folder },
);
const address = await new Promise((resolve, reject) => {
  let said = '';
  server.stdout.on('data', (chunk) => {
    said += chunk;
    const found = /http:\/\/\S+\//.exec(said)?.[0];
    if (found) resolve(found);
  });
  server.once('close', () => reject(new Error(`The server did not start: ${said}`)));
});
const browser = await chromium.launch({
  executablePath: await provideBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  const content = page.locator('bench-editor .cm-content');
  await content.waitFor();
  await page.locator('.grid-row[id]').first().waitFor();
  await page.evaluate(readTimings);
  // Into the name of a metric where a benchmark asks for it.
  await page.keyboard.press('Control+Home');
  await content.click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('| extra_20');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  for (let index = 0; index < KEYS; index += 1) {
    await page.keyboard.press(index % 2 === 0 ? 'x' : 'Backspace');
    await page.waitForFunction((count) => globalThis.timings.length > count, index);
  }
  const taken = await page.evaluate(() => globalThis.timings);
  const measured = taken.slice(20);
  const row = (title, name) => {
    const sorted = measured.map((one) => one[name]).sort((a, b) => a - b);
    return [title, ms(median(sorted)), ms(sorted[Math.floor(sorted.length * 0.95)]), ms(sorted.at(-1))];
  };
  print(
    [`a keystroke in ${LINES} lines, ${measured.length} of them`, 'p50', 'p95', 'largest'],
    [
      row('to text and all diagnostics in the document', 'found'),
      row('to the frame with both, drawn without a graphics card', 'painted'),
    ],
  );
} finally {
  await browser.close();
  server.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}

/* global document, MutationObserver, requestAnimationFrame */
/** In the page: for each key pressed in the editor, how long until its diagnostics have changed, and until the frame after. */
function readTimings() {
  globalThis.timings = [];
  const root = document.querySelector('bench-editor').shadowRoot;
  let pressed = null;
  let marked = 0;
  // Some keys are the editor's own, and put nothing in.
  root.addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
  new MutationObserver(() => {
    const now = root.querySelectorAll('.cm-lintRange-error').length;
    if (now === marked || pressed === null) return;
    marked = now;
    const since = pressed;
    const found = performance.now() - since;
    pressed = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.timings.push({ found, painted: performance.now() - since });
      port2.postMessage(null);
    });
  }).observe(root, { subtree: true, childList: true, attributes: true });
}

/** The sample rulebook, with metrics and benchmarks added until it is long enough. */
function longRulebook() {
  const base = readFileSync(path.join(root, 'scenarios/coverage/coverage.bench'), 'utf8').trimEnd();
  const lines = base.split('\n');
  for (let index = 0; lines.length < LINES; index += 1) {
    lines.push(
      '',
      `metric extra_${index} "Extra ${index}" in percent`,
      `  = count(contacts where level in decision_levels) / count(contacts)`,
      '  if empty 0%',
      `benchmark extra_${index}_by_industry`,
      `  | industry   | extra_${index} |`,
      '  | 金融服务业 | >= 20% |',
      '  | else       | >= 15% |',
    );
  }
  return `${lines.slice(0, LINES).join('\n')}\n`;
}
