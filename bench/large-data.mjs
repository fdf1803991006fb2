/** Large sample data, made when first asked for: data/large/1m and the like. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of one size (`1m`, `10m`), relative to the root. */
export function largeData(size) {
  const folder = path.join('data', 'large', size);
  if (!existsSync(path.join(root, folder, 'contacts.parquet'))) {
    console.log(`  making ${size} accounts in ${folder} ...`);
    const made = spawnSync(process.execPath, [path.join(root, 'data/dist/generate.js'), '--accounts', size], {
      cwd: root,
      stdio: 'inherit',
    });
    if (made.status !== 0) throw new Error(`the generator failed for ${size}`);
  }
  return folder;
}
