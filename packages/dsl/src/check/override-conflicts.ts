import type { Override } from '../model/scenario.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { NumberIndex } from '../model/number-index.js';
import { pathKey } from '../model/path.js';
import type { Line } from './overrides.js';
import type { Scope } from './scope.js';

interface Said {
  readonly line: Line;
  readonly override: Override;
}

/** Two lines about one number: which one holds would depend on their order, so neither does. Returns whether there are any. */
export function reportConflicts(scope: Scope, lines: readonly Line[]): boolean {
  const byPath = new Map<string, Said>();
  const reported = new Set<Line>();
  for (const line of lines) {
    for (const override of line.overrides) {
      const first = firstSaid(byPath, scope.numbers(override.span), override.path);
      const second = { line, override };
      if (first && !reported.has(line)) {
        reported.add(line);
        report(scope, first, second);
      }
      if (!first) byPath.set(override.path, second);
    }
  }
  return reported.size > 0;
}

/** A whole cell and one end of the range in it are the same number twice; an uncertain number and an end of what it may be are two. */
function firstSaid(byPath: ReadonlyMap<string, Said>, index: NumberIndex, path: string): Said | undefined {
  const around = [path.replace(/\.(?:low|high|percentile)$/, ''), ...ENDS.map((end) => `${path}.${end}`)];
  const [other] = around.flatMap((one) => (index.get(one) && index.get(path) ? [] : (byPath.get(one) ?? [])));
  return byPath.get(path) ?? other;
}

const ENDS = ['low', 'high', 'percentile'];

function report(scope: Scope, first: Said, second: Said): void {
  const { path, span } = second.override;
  const { span: before } = first.override;
  const fix = exceptFix(scope, first, second) ?? exceptFix(scope, second, first);
  scope.report(
    'B506',
    span,
    { path, ...scope.elsewhere(before, span) },
    { related: [before], ...(fix ? { fix } : {}) },
  );
}

/** The line about the column says `except` the row that has a line of its own. */
function exceptFix(scope: Scope, column: Said, cell: Said): Fix | null {
  const { clause, place, overrides } = column.line;
  if (clause.kind === 'set table' || place === null || overrides.length < 2 || cell.line.overrides.length > 1)
    return null;
  const row = scope.numbers(clause.span).get(cell.override.path)?.at.row;
  if (!row) return null;
  const end = clause.span.end;
  return { span: { start: end, end }, replacement: `${clause.except.length > 0 ? ', ' : ' except '}${pathKey(row)}` };
}
