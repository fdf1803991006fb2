/** The whole command as a process on the sample data: start, load, measure, judge, score, report. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { median, ms, print, time } from './measure.mjs';
import { root } from './large-data.mjs';

const RUNS = 7;
const command =
  (...args) =>
  () => {
    const done = spawnSync(process.execPath, [path.join(root, 'packages/cli/bin/benchbook.js'), ...args], {
      cwd: root,
      stdio: 'ignore',
    });
    if (done.status !== 0) throw new Error(`benchbook ${args.join(' ')} ended with ${done.status}`);
  };
const rulebook = 'scenarios/coverage/coverage.bench';
const rows = [];
for (const [name, run] of [
  ['benchbook --version', command('--version')],
  ['benchbook check', command('check', rulebook)],
  ['benchbook run (text)', command('run', rulebook)],
  ['benchbook run --format json', command('run', rulebook, '--format', 'json')],
]) {
  run();
  const taken = [];
  for (let index = 0; index < RUNS; index += 1) taken.push(await time(run));
  rows.push([name, ms(median(taken)), `${ms(Math.min(...taken))} – ${ms(Math.max(...taken))}`]);
}
print(['7,035 accounts, as a process', 'median', 'spread'], rows);
