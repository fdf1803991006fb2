/** What other pages may use of this package: the charts and the languages. */
export * as charts from './charts/gallery.js';
export type { ChartOptions } from './charts/figure.js';
export { formatFor, type Format } from './language/format.js';
export { LANGUAGES, wordsOf, type Language, type Words } from './language/language.js';
