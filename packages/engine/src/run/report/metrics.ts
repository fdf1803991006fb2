import { whereOf } from '../../notices/where.js';
import type { MeasuredMetric } from '../../plan/plan.js';
import { fingerprint } from '../../plan/values.js';
import { walk } from '../../plan/walk.js';
import type { MetricFigures, MetricReport } from '../../results.js';
import { aggregate, call, cast, column, literal, operator, type SqlExpression } from '../../sql/expression.js';
import { exactSum } from '../../sql/exact-sum.js';
import { named } from '../../sql/names.js';
import { output, type Output } from '../../sql/query.js';
import { leftOut } from '../../sql/related.js';
import type { Columns } from '../../database/columns.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';
import { benchmarkLines } from './benchmark-lines.js';
import { distribution } from './distribution.js';
import { display, PERCENT, written } from './formatting.js';

/** Every metric of the population's source: its figures, how it was judged, its distribution. */
export async function metricReports(run: Executed): Promise<Readonly<Record<string, MetricReport>>> {
  const reports = await Promise.all(
    run.plan.measure.metrics.map(
      async (measured) => [measured.metric.name, await metricReport(run, measured)] as const,
    ),
  );
  return Object.fromEntries(reports);
}

/** One metric's figures, how it was judged, its distribution. */
async function metricReport(run: Executed, measured: MeasuredMetric): Promise<MetricReport> {
  const { metric } = measured;
  const { model } = run.plan;
  const judged = run.plan.judge.metrics.find((candidate) => candidate.measured === measured);
  const columns = await readScored(run, () => ({ columns: figureColumns(run, measured, judged !== undefined) }));
  const figures = readFigures(columns);
  const known = columns.number('known');
  const [failed, passed, unknown, notJudged] = ['failed', 'passed', 'unknown', 'not_judged'].map((name) =>
    columns.number(name),
  ) as [number, number, number, number];
  const shares = {
    zero_share: known === 0 ? null : columns.number('zero') / known,
    pass_rate: passed + failed === 0 ? null : passed / (passed + failed),
  };
  return {
    label: metric.label,
    doc: metric.doc,
    unit: metric.unit.text,
    kind: metric.unit.kind,
    ...figures,
    ...shares,
    passed,
    failed,
    unknown: judged === undefined ? run.size - known : unknown,
    not_judged: judged === undefined ? known : notJudged,
    display: {
      ...(Object.fromEntries(
        Object.entries(figures).map(([name, value]) => [name, display(value, metric.unit)]),
      ) as Record<keyof typeof figures, string>),
      zero_share: display(shares.zero_share, PERCENT, 1),
      pass_rate: display(shares.pass_rate, PERCENT, 1),
    } satisfies Record<MetricFigures, string>,
    benchmarks: judged === undefined ? [] : await benchmarkLines(run, judged),
    distribution: await distribution(run, () => column(named.metric(metric.name)), metric.unit, {
      min: figures.min,
      max: figures.max,
      smallest: columns.numbers('smallest')[0] ?? null,
    }),
    rows_left_out: columns.number('left_out'),
    ...whereOf(model, metric),
    formula: written(model, metric.expression.span),
  };
}

function figureColumns(run: Executed, { metric }: MeasuredMetric, isJudged: boolean): readonly Output[] {
  const value = column(named.metric(metric.name));
  const inState = (index: number): SqlExpression =>
    isJudged
      ? aggregate('count', [], { where: operator(column(named.state(metric.name)), '=', literal(index)) })
      : literal(0);
  const quantile = (share: number): SqlExpression => aggregate('quantile_cont', [value, literal(share)]);
  return [
    output(aggregate('count', [value]), 'known'),
    output(aggregate('count', [], { where: operator(value, '=', literal(0)) }), 'zero'),
    output(operator(exactSum(value, false), '/', aggregate('count', [value])), 'mean'),
    output(quantile(0.5), 'median'),
    output(quantile(0.1), 'p10'),
    output(quantile(0.9), 'p90'),
    output(aggregate('min', [value]), 'min'),
    output(aggregate('max', [value]), 'max'),
    output(aggregate('min', [value], { where: operator(value, '>', literal(0)) }), 'smallest'),
    ...['failed', 'passed', 'unknown', 'not_judged'].map((name, index) => output(inState(index), name)),
    output(rowsLeftOut(run, metric.expression), 'left_out'),
  ];
}

function rowsLeftOut(run: Executed, expression: MeasuredMetric['metric']['expression']): SqlExpression {
  const inside = new Set([...walk(expression)].map(fingerprint));
  const counted = run.plan.measure.aggregates.filter(
    (measured) => measured.expression.where !== null && inside.has(fingerprint(measured.expression)),
  );
  const sums = counted.map(({ id }) =>
    cast(call('coalesce', aggregate('sum', [column(leftOut(id))]), literal(0)), 'BIGINT'),
  );
  const [first = literal(0), ...rest] = sums;
  return rest.reduce((left, right) => operator(left, '+', right), first);
}

function readFigures(columns: Columns): Record<Exclude<MetricFigures, 'zero_share' | 'pass_rate'>, number | null> {
  const read = (name: string): number | null => {
    const value = columns.numbers(name)[0] ?? null;
    return value === null || Number.isNaN(value) ? null : value;
  };
  return {
    mean: read('mean'),
    median: read('median'),
    p10: read('p10'),
    p90: read('p90'),
    min: read('min'),
    max: read('max'),
  };
}
