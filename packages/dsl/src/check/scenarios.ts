import type { Apply } from '../model/model.js';
import type { Scenario } from '../model/scenario.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Clause, Declaration, Word } from '../syntax/nodes.js';
import { applyOf } from './applies.js';
import { declared } from './declared.js';
import { checkOverride } from './overrides.js';
import type { Line } from './overrides.js';
import type { Scope } from './scope.js';
import { reportConflicts } from './override-conflicts.js';
import { checkSetTable } from './set-tables.js';

/** The run without any scenario. */
export const BASE = 'base';

export function checkScenario(scope: Scope, declaration: Declaration, name: Word): Scenario | null {
  if (name.text === BASE) return scope.report('B519', name.span, {});
  const fromClause = clauseOf(declaration, 'from scenario');
  const from = fromClause ? scenarioNamed(scope, fromClause.name) : null;
  const changes = changesIn(scope, declaration.clauses);
  if (from === undefined || changes === null) return null;
  return { ...declared(scope, declaration, name), from: from?.name ?? null, ...changes };
}

/** What the lines of a scenario change; null when one is not whole, or two of them clash (reported). */
export function changesIn(scope: Scope, clauses: readonly Clause[]): Pick<Scenario, 'applies' | 'overrides'> | null {
  const applied = clauses.filter((clause) => clause.kind === 'applied');
  const applies = applied.flatMap((clause) => applyOf(scope, clause.benchmarks, clause.to, clause.span) ?? []);
  const lines = linesOf(scope, clauses);
  if (applies.length < applied.length || lines === null) return null;
  if (!distinctPopulations(scope, applies) || reportConflicts(scope, lines)) return null;
  return { applies, overrides: lines.flatMap((line) => line.overrides) };
}

/** `base` is null; undefined: there is no such scenario, or it is not whole (reported). */
export function scenarioNamed(scope: Scope, word: Word): Scenario | null | undefined {
  return word.text === BASE ? null : (scope.demand('scenario', word) ?? undefined);
}

/** Null when one is not whole. */
function linesOf(scope: Scope, clauses: readonly Clause[]): readonly Line[] | null {
  const found = clauses.filter(isOverriding).map((clause): Line | null => {
    if (clause.kind !== 'set table') return checkOverride(scope, clause);
    const overrides = checkSetTable(scope, clause);
    return overrides && { clause, place: null, overrides };
  });
  const lines = found.flatMap((line) => line ?? []);
  return lines.length < found.length ? null : lines;
}

type Overriding = Line['clause'];
const KINDS: ReadonlySet<Clause['kind']> = new Set(['set', 'set table', 'scale', 'shift', 'unset']);
const isOverriding = (clause: Clause): clause is Overriding => KINDS.has(clause.kind);

function distinctPopulations(scope: Scope, applies: readonly Apply[]): boolean {
  const second = applies.find(
    (apply, index) => applies.findIndex((one) => one.population === apply.population) < index,
  );
  const first = applies.find((apply) => apply.population === second?.population);
  if (!first || !second) return true;
  scope.report(
    'B403',
    second.span,
    { population: second.population, ...scope.elsewhere(first.span, second.span) },
    { related: [first.span] },
  );
  return false;
}

/** The scenarios that go into one, nearest to base first, itself the last. */
export function chainOf(scope: Scope, scenario: Scenario): readonly Scenario[] {
  const before = scenario.from === null ? null : scope.get('scenario', scenario.from, scenario.nameSpan);
  return before ? [...chainOf(scope, before), scenario] : [scenario];
}
