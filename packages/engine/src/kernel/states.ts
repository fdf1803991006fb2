import type { JudgedMetric, Plan } from '../plan/plan.js';
import { benchmarkRowName } from '../sql/answer-rows.js';
import { boundColumns, inIntegers } from '../sql/bounds.js';
import { judgedScope } from '../sql/judged-scope.js';
import { named } from '../sql/names.js';
import { ParameterSheet } from '../sql/parameters.js';
import type { Output } from '../sql/query.js';
import type { SqlExpression } from '../sql/expression.js';
import { stateOf } from '../sql/verdict.js';
import { waiversOf } from '../sql/waive.js';
import { evaluate, NotHere, type Ground, type Scalar } from './evaluate.js';
import { Inexact } from './inexact.js';

/**
 * How a metric is judged along its values, for accounts that fall under the same rows: `states[0]` below the first of `bounds`,
 * `states[1]` on it, `states[2]` between it and the second, and so on; `unknown` without a value. Bounds are whole numbers scaled by
 * `scale` for a ratio of counts (`scale` null: they are in the metric's own unit).
 */
export interface StatesAlong {
  readonly bounds: readonly number[];
  readonly states: readonly number[];
  readonly unknown: number;
  readonly scale: number | null;
}

/** How one metric is judged under a plan; compiled once, evaluated for each combination of rows. */
export class MetricStates {
  readonly scale: number | null;
  private readonly bounds: readonly Output[];
  private readonly state: SqlExpression;
  private readonly parameters = new ParameterSheet();
  private readonly name: string;
  private readonly rows: readonly string[];

  /** @throws Inexact when what is asked of the metric is not the same for all who fall under the same row */
  constructor(metric: JudgedMetric, plan: Plan) {
    this.name = metric.measured.metric.name;
    if (metric.amongPeers) throw new Inexact({ kind: 'peers', metric: this.name });
    const [waiver] = waiversOf(metric, plan.judge.waivers);
    if (waiver) throw new Inexact({ kind: 'waived', waiver: waiver.name });
    const scope = judgedScope(plan, this.parameters);
    this.rows = metric.benchmarks.map(({ benchmark, outcome }) => benchmarkRowName(benchmark, outcome));
    this.bounds = boundColumns(metric, plan, scope);
    this.state = stateOf(metric, plan, scope);
    this.scale = inIntegers(metric) ? 10 ** metric.digits : null;
  }

  /** @param rows of each benchmark asked, from 1; null where that cannot be told */
  along(rows: readonly (number | null)[]): StatesAlong {
    try {
      return this.evaluated(rows);
    } catch (error) {
      if (error instanceof NotHere) throw new Inexact({ kind: 'large', metric: this.name });
      throw error;
    }
  }

  private evaluated(rows: readonly (number | null)[]): StatesAlong {
    const known = new Map<string, Scalar>(this.rows.map((name, index) => [name, rows[index] ?? null]));
    const ground: Ground = { column: (name) => known.get(name), parameters: this.parameters.values };
    for (const { as, expression } of this.bounds) known.set(as, evaluate(expression, ground));
    const found = this.bounds.map(({ as }) => known.get(as)).filter((bound) => typeof bound === 'number');
    const bounds = [...new Set(found)].sort((one, other) => one - other);
    const at = (value: number | null, over: number): number => {
      known.set(named.metric(this.name), value);
      known.set(named.numerator(this.name), value);
      known.set(named.denominator(this.name), value === null ? null : over);
      return Number(evaluate(this.state, ground));
    };
    const points = this.scale === null ? valuesAmong(bounds) : ratiosAmong(bounds, this.scale);
    return { bounds, states: points.map(([value, over]) => at(value, over)), unknown: at(null, 1), scale: this.scale };
  }
}

type Point = readonly [value: number, over: number];

/** One value below the bounds, on each, between each two, and above them. */
function valuesAmong(bounds: readonly number[]): readonly Point[] {
  const [first] = bounds;
  if (first === undefined) return [[0, 1]];
  const above = bounds.map((bound, index) => {
    const next = bounds[index + 1];
    // Between two doubles that are neighbours is none, and so no account whose state this would be.
    return next === undefined ? Infinity : bound + (next - bound) / 2;
  });
  return [
    [-Infinity, 1],
    ...bounds.flatMap((bound, index): Point[] => [
      [bound, 1],
      [above[index] ?? Infinity, 1],
    ]),
  ];
}

/** The same as ratios of whole numbers, of bounds that are whole numbers scaled. */
function ratiosAmong(bounds: readonly number[], scale: number): readonly Point[] {
  const [first] = bounds;
  if (first === undefined) return [[0, 1]];
  return [
    [first - 1, scale],
    ...bounds.flatMap((bound, index): Point[] => {
      const next = bounds[index + 1] ?? bound + 2;
      return [
        [bound, scale],
        [bound + next, 2 * scale],
      ];
    }),
  ];
}
