/** `npm run bench`: runs every bench/*.bench.mjs, one after the other; arguments choose some by a part of their name. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root, setup } from './setup.mjs';
import { foreground } from './setup/tool.mjs';

await setup();

const wanted = process.argv.slice(2);
const folder = path.join(root, 'bench');
const all = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.mjs')) : [];
const chosen = all.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

for (const name of chosen.sort()) {
  console.log(`\n${name.replace('.bench.mjs', '')}`);
  const code = await foreground(process.execPath, [path.join(folder, name)], { cwd: root });
  if (code !== 0) process.exitCode = 1;
}
if (chosen.length === 0) {
  console.error(
    wanted.length === 0 ? 'There is no benchmark in bench/.' : `No benchmark is called ${wanted.join(' or ')}.`,
  );
  process.exitCode = 1;
}
