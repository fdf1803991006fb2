/** Bundles the extension and packs it: `node scripts/package.mjs [OUT.vsix]`. The packer is fetched from the npm registry. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The last one that runs on Node 20. */
const VSCE = '@vscode/vsce@3.9.2';

const folder = path.resolve(import.meta.dirname, '..');
const out = path.resolve(process.argv[2] ?? path.join(folder, 'dist', 'benchbook.vsix'));
const { status, error } = spawnSync(
  'npx',
  ['-y', '--prefer-offline', VSCE, 'package', '--no-dependencies', '--allow-missing-repository', '--out', out],
  { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
);
if (error) console.error(error.message);
process.exitCode = status ?? 1;
