/** The Benchbook language: text in, checked model out. No input or output of its own; runs in Node and in the browser. */
export type * from './model/unit.js';
export type * from './model/expression.js';
export type * from './model/decision-table.js';
export type * from './model/model.js';

export { parse } from './syntax/parse.js';
export { printTree } from './syntax/tree.js';
export type { Part, Tree } from './syntax/tree.js';
export type { Declaration } from './syntax/nodes.js';
export { check } from './check/check.js';
export type { CheckResult } from './check/check.js';
export { meaningKey } from './check/uses.js';
export type { Meaning, MeaningKind, Use } from './check/uses.js';

export { byPlace, KINDS, message } from './diagnostics/diagnostic.js';
export type { Code, DataOf, Diagnostic, Fix } from './diagnostics/diagnostic.js';
export type { Language, Sentence, Severity } from './diagnostics/kind.js';
export { renderDiagnostics } from './diagnostics/render.js';
export type { RenderOptions } from './diagnostics/render.js';

export { LineMap } from './text/line-map.js';
export type { Position } from './text/line-map.js';
export type { Place, Span } from './text/span.js';
export { displayWidth } from './text/width.js';
export { formatNumber } from './model/format.js';
export { localise } from './model/localise.js';
