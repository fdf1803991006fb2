/** The Benchbook language: text in, checked model out. No input or output of its own; runs in Node and in the browser. */
export type * from './model/unit.js';
export type * from './model/expression.js';
export type * from './model/decision-table.js';
export type * from './model/model.js';
export type * from './model/planning/planning.js';

export { parse } from './syntax/parse.js';
export type { ParseOptions } from './syntax/parse.js';
export { link, usesOf } from './syntax/program.js';
export type { Found, Program, UsedFile } from './syntax/program.js';
export { gather } from './syntax/gather.js';
export type { FileRead } from './syntax/gather.js';
export { printTree } from './syntax/tree.js';
export type { Cell, CellLanguage, FencedBlock, Part, Tree } from './syntax/tree.js';
export type { Declaration } from './syntax/nodes.js';
export { format, formatEdits } from './format/format.js';
export { check } from './check/check.js';
export type { CheckOptions, CheckResult } from './check/check.js';
export { meaningKey } from './check/uses.js';
export type { Meaning, MeaningKind, NameUse } from './check/uses.js';

export { byPlace, KINDS, message } from './diagnostics/diagnostic.js';
export type { Code, DataOf, Diagnostic, Fix } from './diagnostics/diagnostic.js';
export type { Language, Sentence, Severity } from './diagnostics/kind.js';
export { renderDiagnostics } from './diagnostics/render.js';
export type { RenderOptions } from './diagnostics/render.js';

export { LineMap } from './text/line-map.js';
export type { Position } from './text/line-map.js';
export { baseOf, fileOf, placeOf, textOf } from './text/files.js';
export type { FileText, Place } from './text/files.js';
export type { Span } from './text/span.js';
export { displayWidth } from './text/width.js';
export { formatNumber } from './model/format.js';
export { localise } from './model/localise.js';

export { analyse, locationOf, withOptions } from './service/analysis.js';
export type { Analysis, AnalysisOptions, Location } from './service/analysis.js';
export type * from './service/data-facts.js';
export { definitionAt, highlightsAt, referencesAt } from './service/definition.js';
export type { Definition } from './service/definition.js';
export { findings } from './service/findings.js';
export type { Edits, Finding } from './service/findings.js';
export { folds } from './service/folding.js';
export type { Fold } from './service/folding.js';
export { outline } from './service/outline.js';
export type { Symbol } from './service/outline.js';
export { TOKEN_KINDS, tokens } from './service/tokens.js';
export type { Token, TokenKind } from './service/tokens.js';
export { completionsAt } from './service/completion.js';
export type { Completion, Completions } from './service/completion.js';
export { hoverAt, hoverMarkdown } from './service/hover.js';
export type { Detail, Hover } from './service/hover.js';
