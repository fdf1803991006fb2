/** `npm start`: makes the checkout ready and opens the sample rulebook. Further arguments go to `benchbook serve`. */
import { root, setup } from './setup.mjs';
import { foreground } from './setup/tool.mjs';

await setup();
const cli = ['packages/cli/bin/benchbook.js', 'serve', 'scenarios/coverage/coverage.bench'];
process.exitCode = await foreground(process.execPath, [...cli, ...process.argv.slice(2)], { cwd: root });
