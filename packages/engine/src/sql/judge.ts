import type { Benchmark } from '@benchbook/dsl';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { benchmarkRows } from './answer-rows.js';
import { boundColumns, thresholdOf } from './bounds.js';
import { compile, type Scope } from './compile-expression.js';
import { chooseRow } from './choose-row.js';
import { cast, column, operator, sum, type SqlExpression } from './expression.js';
import { judgedScope } from './judged-scope.js';
import { layered } from './layered.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { peerBoundColumns, peerPlaces, placesToForget } from './peers.js';
import { output, select, subquery, type Output, type Query, type Relation, type SourceTables } from './query.js';
import { knownOfJudged } from './scopes.js';
import { meanShortfall, shortfallOf } from './shortfall.js';
import { FAILED, PASSED, UNKNOWN } from './states.js';
import { stateOf } from './verdict.js';
import { waivedColumns } from './waive.js';

/**
 * Judges every measured entity: the benchmark rows it falls under, thresholds, states, shortfalls and counts, beside all that was
 * measured; then all that follows from it: levels, scores, and whatever reads them. Layer on layer, so that each thing is computed
 * once and read by name.
 */
export function judge(plan: Plan, measured: Relation, tables: SourceTables, parameters: ParameterSheet): Query {
  const { benchmarks, metrics } = plan.judge;
  const scope = judgedScope(plan, parameters);
  const bounds = metrics.flatMap((metric) => boundColumns(metric, plan, scope));
  const layers: readonly (readonly Output[])[] = [
    [
      ...benchmarks.flatMap((benchmark) => rowsOf(benchmark, scope)),
      ...peerPlaces(plan, scope),
      ...waivedColumns(plan, scope),
    ],
    peerBoundColumns(plan, scope),
    bounds,
    metrics.flatMap((metric) => [
      output(stateOf(metric, plan, scope), named.state(metric.measured.metric.name)),
      output(thresholdOf(metric, plan), named.threshold(metric.measured.metric.name)),
    ]),
    [
      output(countOf(metrics, FAILED), named.failed),
      output(countOf(metrics, PASSED), named.passed),
      output(countOf(metrics, UNKNOWN), named.unknown),
      ...metrics.map((metric) => output(shortfallOf(metric, scope), named.shortfall(metric.measured.metric.name))),
    ],
  ];
  const judged = layers.reduce<Query>(
    (query, columns, index) =>
      columns.length === 0 ? query : select({ every: true, columns, from: subquery(query, `layer_${index}`) }),
    select({ every: true, from: measured }),
  );
  // What each benchmark asked has done its part: the threshold and the row that decided say it to readers.
  const settled = select({
    every: true,
    except: [...bounds.map(({ as }) => as), ...placesToForget(plan)],
    columns: [output(meanShortfall(metrics), named.meanShortfall)],
    from: subquery(judged, 'judged'),
  });
  return layered(subquery(settled, 'settled'), plan.score.steps, { plan, tables, scope, known: knownOfJudged(plan) });
}

function rowsOf(benchmark: Benchmark, scope: Scope): readonly Output[] {
  const inputs = benchmark.table.inputs.map((input) => compile(input.expression, scope));
  return benchmarkRows(benchmark).map(({ as, gives }) => output(chooseRow(benchmark.table, inputs, scope, gives), as));
}

function countOf(metrics: readonly JudgedMetric[], state: SqlExpression): SqlExpression {
  return cast(
    sum(
      metrics.map(({ measured }) => cast(operator(column(named.state(measured.metric.name)), '=', state), 'UTINYINT')),
    ),
    'UTINYINT',
  );
}
