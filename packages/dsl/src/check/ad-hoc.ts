import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byPlace } from '../diagnostics/diagnostic.js';
import { appliesOf } from '../model/chain.js';
import { advance, NO_ENTRIES } from '../model/entries.js';
import type { Model } from '../model/model.js';
import { numberIndex } from '../model/number-index.js';
import type { Scenario } from '../model/scenario.js';
import { codeView, skipText } from '../syntax/punctuation.js';
import type { Program } from '../syntax/program.js';
import { readDeclaration } from '../syntax/read.js';
import type { Tree } from '../syntax/tree.js';
import { baseOf, linesOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import { checkersOn } from './check.js';
import { reportOverrides } from './scenario-effects.js';
import { changesIn } from './scenarios.js';
import { Scope } from './scope.js';

/** What was asked from outside the rulebook, or what is wrong with it. */
export interface OverridesRead extends Pick<Scenario, 'applies' | 'overrides'> {
  readonly diagnostics: readonly Diagnostic[];
  /** The rulebook's files and the text of the overrides: what the spans of the diagnostics point into. */
  readonly files: readonly FileText[];
}

/**
 * Reads overrides that stand outside a rulebook, on a command line, in a page's address or in a request, by the same
 * grammar and the same checks as the lines of a scenario. With an error among the diagnostics none of them is given.
 *
 * @param model the rulebook, or a scenario of it, that they are to go on top of
 * @param lines each `PATH=VALUE`, or a line as a scenario writes it: `scale by_industry.decision_share by 110%`
 * @param name how the reader knows these lines; shown with what is wrong
 */
export function readOverrides(model: Model, lines: readonly string[], name = '--set'): OverridesRead {
  const base = model.scenario?.base ?? model;
  const file: FileText = { file: name, text: lines.map(asClause).join('\n'), base: baseOf(model.files.length) };
  const files = [...model.files, file];
  const { statement, diagnostics } = readDeclaration('scenario', HEAD + codeView(file.text), file.base - HEAD.length);
  const scope = new Scope(programOf(files), checkersOn(base));
  const changes = diagnostics.length > 0 ? null : changesIn(scope, statement.clauses);
  if (changes === null) return { ...NONE, diagnostics: [...diagnostics, ...scope.diagnostics].sort(byPlace), files };
  const before = model.scenario?.entries ?? NO_ENTRIES;
  const index = numberIndex(base);
  const judged = new Set(appliesOf(model.applies, [changes]).flatMap((apply) => apply.benchmarks));
  const after = advance(index, before, changes.overrides, null);
  reportOverrides(scope, changes.overrides, { index, before, after, judged });
  const broken = scope.diagnostics.some(({ severity }) => severity === 'error');
  return { ...(broken ? NONE : changes), diagnostics: scope.diagnostics.toSorted(byPlace), files };
}

const NONE = { applies: [], overrides: [] } as const;

/** The lines are read as those of a scenario; this is the line above them, which nobody sees. */
const HEAD = 'scenario given\n';

/** `PATH=VALUE` as a scenario writes it. `PATH>=5` is `set PATH to >= 5`. */
function asClause(line: string): string {
  const text = line.trim();
  if (/^(?:set|scale|shift|unset|apply)\s/.test(text)) return text;
  const at = separator(text);
  if (at < 0) return `set ${text}`;
  const value = text.charAt(at) === '=' ? text.slice(at + 1) : text.slice(at);
  return `set ${text.slice(0, at).trim()} to ${value.trim()}`;
}

/** Where the path ends: at the first sign of a comparison outside brackets and quotes; -1 when there is none. */
function separator(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const sign = text.charAt(at);
    if (sign === '[') depth++;
    if (sign === ']') depth--;
    if (depth === 0 && /[=<>≥≤]/.test(sign)) return at;
    at = Math.max(at + 1, skipText(text, at));
  }
  return -1;
}

const programOf = (files: readonly FileText[]): Program => ({
  files: files.map(asTree),
  declarations: [],
  diagnostics: [],
  lost: [],
});

const asTree = (file: FileText): Tree => ({
  ...file,
  lines: linesOf(file),
  parts: [],
  declarations: [],
  cells: [],
  diagnostics: [],
});
