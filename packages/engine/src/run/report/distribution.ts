import type { Metric } from '@benchbook/dsl';
import type { Distribution } from '../../results.js';
import { aggregate, call, cast, column, literal, operator, type SqlExpression } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';

/** What the shape of the bins is chosen by. */
export interface Extent {
  readonly min: number | null;
  readonly max: number | null;
  /** Of the values above 0. */
  readonly smallest: number | null;
}

const BINS = 20;
/** Values that spread over more than this are drawn on a logarithmic scale: a linear one would be a single bar. */
const HEAVY_TAIL = 50;
const BINS_PER_DECADE = 5;
/** 0.6 / 0.05 is 11.999…: a value on an edge belongs to the bin above it. */
const EDGE = 1e-9;

/** Counts a metric's known values into bins; 0 stands apart on a logarithmic scale. */
export async function distribution(
  run: Executed,
  metric: Metric,
  { min, max, smallest }: Extent,
): Promise<Distribution> {
  if (min === null || max === null) return { scale: 'linear', zero: 0, bins: [] };
  const isShare = metric.unit.kind === 'percent' && min >= 0 && max <= 1;
  if (!isShare && min >= 0 && smallest !== null && max / smallest > HEAVY_TAIL) return logarithmic(run, metric);
  return linear(run, metric, isShare ? { low: 0, high: 1 } : { low: Math.min(min, 0), high: max });
}

async function linear(
  run: Executed,
  metric: Metric,
  { low, high }: { low: number; high: number },
): Promise<Distribution> {
  const step = niceStep((high - low) / BINS);
  const start = Math.floor(low / step + EDGE) * step;
  const last = Math.max(0, Math.ceil((high - start) / step - EDGE) - 1);
  const value = column(named.metric(metric.name));
  const place = call(
    'floor',
    operator(operator(operator(value, '-', literal(start)), '/', literal(step)), '+', literal(EDGE)),
  );
  const counts = await countBins(run, call('least', place, literal(last)), null);
  const bins = Array.from({ length: last + 1 }, (_, index) => ({
    low: round(start + index * step),
    high: round(start + (index + 1) * step),
    count: counts.get(index) ?? 0,
  }));
  const zero = await readScored(run, () => ({
    columns: [output(aggregate('count', [], { where: operator(value, '=', literal(0)) }), 'zero')],
  }));
  return { scale: 'linear', zero: zero.number('zero'), bins };
}

async function logarithmic(run: Executed, metric: Metric): Promise<Distribution> {
  const value = column(named.metric(metric.name));
  const positive = operator(value, '>', literal(0));
  const place = call(
    'floor',
    operator(operator(call('log10', value), '*', literal(BINS_PER_DECADE)), '+', literal(EDGE)),
  );
  const counts = await countBins(run, place, positive);
  const zero = await readScored(run, () => ({
    columns: [output(aggregate('count', [], { where: operator(value, '=', literal(0)) }), 'zero')],
  }));
  const places = [...counts.keys()];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const edge = (index: number): number => round(10 ** (index / BINS_PER_DECADE));
  return {
    scale: 'log',
    zero: zero.number('zero'),
    bins: Array.from({ length: last - first + 1 }, (_, index) => ({
      low: edge(first + index),
      high: edge(first + index + 1),
      count: counts.get(first + index) ?? 0,
    })),
  };
}

async function countBins(
  run: Executed,
  place: SqlExpression,
  where: SqlExpression | null,
): Promise<ReadonlyMap<number, number>> {
  const bin = cast(place, 'INTEGER');
  const columns = await readScored(run, () => ({
    columns: [output(bin, 'bin'), output(aggregate('count', []), 'count')],
    where,
    groupBy: [bin],
  }));
  return new Map(
    columns
      .numbers('bin')
      .flatMap((index, at) => (index === null ? [] : [[index, columns.number('count', at)] as const])),
  );
}

/** The next 1, 2 or 5 times a power of ten. */
function niceStep(least: number): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least) + EDGE);
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - EDGE)) ?? 10;
  return factor * power;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
