/**
 * `npm test`: makes the checkout ready, then types, lint, layout and every test.
 * `npm test -- --no-browser` leaves the browser tests out. Other arguments go to Vitest (`npm test -- sweep`), and
 * then only tests run.
 * `npm test -- --pictures` runs just the tests that take the README's pictures, and renews them.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { NoBrowser, provideBrowser } from './browser.mjs';
import { root, setup } from './setup.mjs';
import { foreground } from './setup/tool.mjs';
import { tally } from './tally.mjs';

const args = process.argv.slice(2);
const withoutBrowser = args.includes('--no-browser');
const forVitest = args.filter((arg) => arg !== '--no-browser' && arg !== '--pictures');
if (args.includes('--pictures')) {
  process.env.BENCHBOOK_PICTURES = path.join(root, 'docs/images');
  forVitest.push('tests/browser/report.test.ts', '-t', 'the page reads|the same in Chinese');
}
const everything = forVitest.length === 0;
const leftOut = 'Without the browser tests, as --no-browser asks.';

const run = (program, ...rest) =>
  foreground(process.execPath, [path.join(root, 'node_modules', program), ...rest], { cwd: root });

await setup();
if (withoutBrowser) console.log(leftOut);
else process.env.BENCHBOOK_BROWSER = await browserOrExit();

const troubles = [];
if (everything) {
  await check('types', 'typescript/bin/tsc', '-b');
  await check('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0');
  await check('layout (npm run format mends it)', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
}

const resultsFile = path.join(root, '.benchbook/test-results.json');
rmSync(resultsFile, { force: true });
const projects = withoutBrowser ? ['unit'] : ['unit', 'browser'];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`];
const code = await run(
  'vitest/vitest.mjs',
  'run',
  ...projects.map((name) => `--project=${name}`),
  ...reporters,
  ...forVitest,
);

const { passed, failed, skipped } = tally(results());
if (passed + failed === 0) troubles.push('no test ran');
else if (code !== 0) troubles.push('tests');

console.log();
if (withoutBrowser) console.log(leftOut);
if (troubles.length > 0) console.log(`Not in order: ${troubles.join(', ')}.`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = troubles.length > 0 ? 1 : 0;

async function check(name, program, ...rest) {
  const start = Date.now();
  console.log(`Checking ${name} ...`);
  if ((await run(program, ...rest)) !== 0) troubles.push(name);
  else console.log(`  in order, ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

async function browserOrExit() {
  try {
    return await provideBrowser();
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** What Vitest wrote; nothing if it did not get that far. */
function results() {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}
