/**
 * `npm run dev`: everything rebuilt as you type. Open the address Vite prints; its page asks the server beside it.
 * Arguments name another rulebook to serve.
 */
import { watch } from 'node:fs';
import path from 'node:path';
import { compileGrammar } from '../packages/dsl/scripts/grammar.mjs';
import { root, setup } from './setup.mjs';
import { foreground } from './setup/tool.mjs';

const port = '4600';
const rulebook = process.argv.slice(2);

await setup();

watch(path.join(root, 'packages/dsl/grammar'), () => {
  compileGrammar().catch((error) => console.error(error.message));
});

const node = (cwd, ...args) =>
  foreground(process.execPath, args, {
    cwd: path.join(root, cwd),
    env: { ...process.env, BENCHBOOK_API: `http://127.0.0.1:${port}` },
  });

const running = [
  node(
    '.',
    'node_modules/typescript/bin/tsc',
    '-b',
    '--watch',
    '--preserveWatchOutput',
    'packages/cli',
    'packages/ui',
    'data',
  ),
  node(
    '.',
    '--watch',
    'packages/cli/bin/benchbook.js',
    'serve',
    ...(rulebook.length > 0 ? rulebook : ['scenarios/coverage/coverage.bench']),
    '--port',
    port,
    '--no-open',
  ),
  node('packages/ui', 'node_modules/vite/bin/vite.js'),
];

// They are of use together only: when one ends, all do.
await Promise.race(running);
process.emit('SIGTERM', 'SIGTERM');
await Promise.all(running);
process.exit();
