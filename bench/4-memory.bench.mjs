/**
 * Peak memory of a whole run at 1 million accounts, and, with BENCHBOOK_BENCH_LARGE=1, at 10 million accounts and 40 million contacts
 * (which takes about 2 GB of disk and some minutes to make). Each run is a process of its own; its peak is what the system says.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { largeData, root } from './large-data.mjs';
import { ms, print } from './measure.mjs';
import { rulebookAt } from './rulebook-at.mjs';

const sizes = process.env.BENCHBOOK_BENCH_LARGE ? ['1m', '10m'] : ['1m'];
const rows = sizes.map((size) => {
  const folder = largeData(size);
  const rulebook = path.join(folder, 'coverage.bench');
  writeFileSync(path.join(root, rulebook), rulebookAt(folder));
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', child(rulebook)], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(path.join(root, rulebook));
  if (done.status !== 0) throw new Error(done.stderr);
  const { peak, taken, accounts, census } = JSON.parse(done.stdout);
  return [`${accounts.toLocaleString('en-US')} accounts`, ms(taken), `${(peak / 2 ** 20).toFixed(2)} GiB`, census];
});
print(['a whole run, as a process', 'time', 'peak memory', 'census'], rows);

function child(rulebook) {
  return `
    import { openWorkbook } from '@benchbook/engine';
    const workbook = await openWorkbook({ root: process.cwd(), file: ${JSON.stringify(rulebook)}, memoryLimit: '6GB' });
    const start = performance.now();
    const { model } = await workbook.read();
    const run = await workbook.run(model);
    const report = await run.report('en', { ranking: 50 });
    const taken = performance.now() - start;
    await workbook.close();
    const { unknown, ...levels } = Object.values(report.levels)[0];
    process.stdout.write(JSON.stringify({ peak: process.resourceUsage().maxRSS, taken, accounts: report.population.of, census: Object.values(levels).join(' / ') }));`;
}
