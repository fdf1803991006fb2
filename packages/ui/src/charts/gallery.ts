/** Every chart by name. Loaded once the page stands, with Observable Plot. */
export { bullet } from './bullet.js';
export { census } from './census.js';
export { contributions } from './contributions.js';
export { distribution } from './distribution.js';
export { heatmap } from './heatmap.js';
export { passMatrix } from './pass-matrix.js';
export { show } from './show.js';
export { weights } from './weights.js';
