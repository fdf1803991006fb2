import type { Threshold } from '../model/decision-table.js';
import type { Apply, Benchmark } from '../model/model.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration } from '../syntax/nodes.js';
import type { Scope } from './scope.js';
import { chosen } from './sources.js';

/** All `apply` lines that are whole, at most one a population. */
export function checkApplies(scope: Scope): readonly Apply[] {
  const applies = new Map<string, Apply>();
  for (const declaration of scope.declarations('apply')) {
    const apply = declaration.broken ? null : checkApply(scope, declaration);
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
  if (!clause) return null;
  const population = to ? scope.demand('population', to.name) : null;
  const combine = clause.combine ? chosen(scope, clause.combine, ['strictest', 'loosest', 'first'] as const) : 'first';
  const found = clause.names.map((name) => ({ name, benchmark: scope.demand('benchmark', name) }));
  const benchmarks = found.flatMap(({ benchmark }) => benchmark ?? []);
  if (population === null || combine === null || benchmarks.length < found.length) return null;
  const foreign = benchmarks.findIndex((benchmark) => benchmark.source !== population.source);
  const odd = benchmarks[foreign];
  if (odd) {
    const data = { benchmark: odd.name, about: odd.source, population: population.name, source: population.source };
    return scope.report('B404', found[foreign]?.name.span ?? declaration.span, data);
  }
  if (combine !== 'first' && !sameDirections(scope, declaration, combine, benchmarks)) return null;
  const { span } = declaration;
  return {
    population: population.name,
    benchmarks: benchmarks.map((one) => one.name),
    combine,
    span,
    line: scope.line(span),
  };
}

/** `strictest` of ≥ and ≤ has no answer. */
function sameDirections(
  scope: Scope,
  declaration: Declaration,
  combine: string,
  benchmarks: readonly Benchmark[],
): boolean {
  for (const metric of new Set(benchmarks.flatMap((benchmark) => benchmark.metrics))) {
    const asked = benchmarks.flatMap((benchmark) => thresholdsOf(benchmark, metric));
    const [first] = asked;
    const other = first && asked.find((threshold) => directionOf(threshold) !== directionOf(first));
    if (first === undefined || other === undefined) continue;
    const said = (threshold: Threshold): string => scope.text(threshold.span);
    scope.report(
      'B402',
      declaration.span,
      { metric, combine, first: said(first), second: said(other) },
      { related: [first.span, other.span] },
    );
    return false;
  }
  return true;
}

function thresholdsOf(benchmark: Benchmark, metric: string): Threshold[] {
  const index = benchmark.metrics.indexOf(metric);
  return index < 0 ? [] : benchmark.table.rows.flatMap((row) => row.outcomes[index] ?? []);
}

const directionOf = (threshold: Threshold): string =>
  threshold.kind === 'range' ? '..' : threshold.operator.charAt(0);
