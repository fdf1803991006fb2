import type { Threshold } from '../model/decision-table.js';
import type { Apply, Benchmark } from '../model/model.js';
import { clauseOf } from '../syntax/clauses.js';
import type { ClauseOf, Declaration, Word } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import type { Scope } from './scope.js';
import { chosen } from './sources.js';

/** All `apply` lines that are whole, at most one a population. */
export function checkApplies(scope: Scope): readonly Apply[] {
  const applies = new Map<string, Apply>();
  for (const declaration of scope.declarations('apply')) {
    const apply = declaration.broken ? null : scope.whole(() => checkApply(scope, declaration));
    const earlier = apply && applies.get(apply.population);
    if (apply && earlier)
      scope.report(
        'B403',
        apply.span,
        { population: apply.population, ...scope.elsewhere(earlier.span, apply.span) },
        { related: [earlier.span] },
      );
    else if (apply) applies.set(apply.population, apply);
  }
  return [...applies.values()];
}

/** One `apply` line; null when it is not whole. */
export function checkApply(scope: Scope, declaration: Declaration): Apply | null {
  const clause = clauseOf(declaration, 'benchmarks');
  const to = clauseOf(declaration, 'to');
  return clause ? applyOf(scope, clause, to?.name ?? null, declaration.span) : null;
}

/** Which benchmarks judge a population. Benchmarks are looked at also where no population is said. */
export function applyOf(scope: Scope, clause: ClauseOf<'benchmarks'>, to: Word | null, span: Span): Apply | null {
  const population = to ? scope.demand('population', to) : null;
  const combine = clause.combine ? chosen(scope, clause.combine, ['strictest', 'loosest', 'first'] as const) : 'first';
  const found = clause.names.map((name) => ({ name, benchmark: scope.demand('benchmark', name) }));
  const benchmarks = found.flatMap(({ benchmark }) => benchmark ?? []);
  if (benchmarks.length < found.length || combine === null) scope.spoil();
  if (population === null) return null;
  const foreign = benchmarks.findIndex((benchmark) => benchmark.source !== population.source);
  const odd = benchmarks[foreign];
  if (odd) {
    const data = { benchmark: odd.name, about: odd.source, population: population.name, source: population.source };
    return scope.report('B404', found[foreign]?.name.span ?? span, data);
  }
  if (combine === 'strictest' || combine === 'loosest') reportDirections(scope, span, combine, benchmarks);
  return {
    population: population.name,
    benchmarks: benchmarks.map((one) => one.name),
    combine: combine ?? 'first',
    span,
    line: scope.line(span),
  };
}

/** `strictest` of ≥ and ≤ has no answer. */
function reportDirections(scope: Scope, span: Span, combine: string, benchmarks: readonly Benchmark[]): void {
  for (const metric of new Set(benchmarks.flatMap((benchmark) => benchmark.metrics))) {
    const asked = benchmarks.flatMap((benchmark) => thresholdsOf(benchmark, metric));
    const [first] = asked;
    const other = first && asked.find((threshold) => directionOf(threshold) !== directionOf(first));
    if (first === undefined || other === undefined) continue;
    const said = (threshold: Threshold): string => scope.text(threshold.span);
    scope.report(
      'B402',
      span,
      { metric, combine, first: said(first), second: said(other) },
      { related: [first.span, other.span] },
    );
    return;
  }
}

function thresholdsOf(benchmark: Benchmark, metric: string): Threshold[] {
  const index = benchmark.metrics.indexOf(metric);
  return index < 0 ? [] : benchmark.table.rows.flatMap((row) => row.outcomes[index] ?? []);
}

const directionOf = (threshold: Threshold): string =>
  threshold.kind === 'range' ? '..' : threshold.operator.charAt(0);
