/** The steps that take a fresh clone to a running Benchbook, in order. Each is done once for the content it reads. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { npx, tool } from './tool.mjs';

const pnpm = '12.21.0';
const packages = ['data', 'packages/dsl', 'packages/engine', 'packages/cli', 'packages/ui'];
/** What the build of a package reads; no package has them all. */
const buildInputs = [
  'package.json',
  'tsconfig.json',
  'src',
  'grammar',
  'scripts',
  'bin',
  'index.html',
  'public',
  'vite.config.js',
];
const manifests = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  ...packages.map((name) => `${name}/package.json`),
  'editors/vscode/package.json',
];
const node = (cwd, ...args) => tool(process.execPath, args, { cwd });

/**
 * @typedef {object} Step
 * @property {string} name also what `node scripts/setup.mjs NAME` repeats
 * @property {string} doing shown while it runs
 * @property {string} advice what to do when it fails
 * @property {readonly string[]} inputs files and folders its result depends on
 * @property {(root: string) => Promise<void>} run
 * @property {(root: string) => readonly string[]} outputs what must still be there for the step to count as done
 */

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'install',
    doing: 'Installing packages',
    advice: 'Check the network connection (and the proxy settings of npm), then run the same command again.',
    inputs: manifests,
    run: install,
    outputs: () => ['node_modules/.modules.yaml', ...packages.map((name) => `${name}/node_modules`)],
  },
  {
    name: 'build',
    doing: 'Building',
    advice: 'The messages above name the file and line to mend; then run the same command again.',
    inputs: [
      'tsconfig.base.json',
      'pnpm-lock.yaml',
      'scripts/setup/steps.mjs',
      ...packages.flatMap((name) => buildInputs.map((input) => `${name}/${input}`)),
    ],
    run: build,
    outputs: () => ['packages/cli/dist/main.js', 'packages/ui/dist/app/index.html', 'data/dist/generate.js'],
  },
  {
    name: 'data',
    doing: 'Making the sample data',
    advice: 'It is made by data/src/generate.ts; free disk space is the usual need.',
    inputs: ['data/src', 'pnpm-lock.yaml'],
    run: async (root) => void (await node(root, 'data/dist/generate.js')),
    outputs: (root) =>
      readdirSync(path.join(root, 'data/coverage'))
        .filter((name) => /\.(csv|parquet)$/.test(name))
        .map((name) => `data/coverage/${name}`),
  },
];

async function install(root) {
  const { command, args, options } = await pnpmCommand(['install', '--frozen-lockfile']);
  // CI=true also answers pnpm's question whether a node_modules made by npm may be replaced.
  await tool(command, args, { ...options, cwd: root, env: { ...process.env, CI: 'true' } });
}

/** A pnpm of the right major version if there is one, else the one npm fetches. */
async function pnpmCommand(args) {
  const shell = process.platform === 'win32';
  const found = await tool('pnpm', ['--version'], { shell }).catch(() => '');
  if (found.startsWith(`${pnpm.split('.')[0]}.`)) return { command: 'pnpm', args, options: { shell } };
  return npx(['-y', `pnpm@${pnpm}`, ...args]);
}

async function build(root) {
  await node(root, 'packages/dsl/scripts/grammar.mjs');
  await node(root, 'node_modules/typescript/bin/tsc', '-b', 'packages/cli', 'packages/ui', 'data');
  await node(path.join(root, 'packages/ui'), 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
}
