export { commands, help, options } from './help.js';
export { diff } from './diff.js';
export { explain } from './explain.js';
export { fmt } from './fmt.js';
export { lint } from './lint.js';
export { report } from './report.js';
export { server } from './server.js';
export { tests } from './tests.js';
export { usage } from './usage.js';
