import type { Unit } from '@benchbook/dsl';
import type { Distribution } from '../../results.js';
import { asDouble, type Scope } from '../../sql/compile-expression.js';
import { aggregate, call, cases, cast, isKnown, literal, operator, type SqlExpression } from '../../sql/expression.js';
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

/** A number of each entity, in the scope it is read in. */
export type ValueIn = (scope: Scope) => SqlExpression;

/** The bins of any number that entities have. */
export async function distributionOf(run: Executed, value: ValueIn, unit: Unit): Promise<Distribution> {
  const of = finite(value);
  const read = await readScored(run, (scope) => {
    const value = of(scope);
    return {
      columns: [
        output(asDouble(aggregate('min', [value])), 'min'),
        output(asDouble(aggregate('max', [value])), 'max'),
        output(asDouble(aggregate('min', [value], { where: operator(value, '>', literal(0)) })), 'smallest'),
      ],
    };
  });
  const [min = null, max = null, smallest = null] = ['min', 'max', 'smallest'].map((name) => read.numbers(name)[0]);
  return distribution(run, of, unit, { min, max, smallest });
}

/** What is no number, or larger than any, is in no bin. */
function finite(of: ValueIn): ValueIn {
  return (scope) => {
    const value = asDouble(of(scope));
    return cases([{ when: call('isfinite', value), then: value }]);
  };
}

/** Counts known values into bins; 0 stands apart on a logarithmic scale. */
export async function distribution(
  run: Executed,
  of: ValueIn,
  unit: Unit,
  { min, max, smallest }: Extent,
): Promise<Distribution> {
  if (min === null || max === null) return { scale: 'linear', zero: 0, bins: [] };
  const isShare = unit.kind === 'percent' && min >= 0 && max <= 1;
  if (!isShare && min >= 0 && smallest !== null && max / smallest > HEAVY_TAIL) return logarithmic(run, of);
  return linear(run, of, isShare ? { low: 0, high: 1 } : { low: Math.min(min, 0), high: max });
}

async function linear(run: Executed, of: ValueIn, { low, high }: { low: number; high: number }): Promise<Distribution> {
  const step = niceStep(high / BINS - low / BINS);
  const start = Math.floor(low / step + EDGE) * step;
  const last = Math.max(0, Math.ceil((high - start) / step - EDGE) - 1);
  const place = (value: SqlExpression): SqlExpression =>
    call('floor', operator(operator(operator(value, '-', literal(start)), '/', literal(step)), '+', literal(EDGE)));
  // LEAST passes over NULL: a missing value is in no bin, not in the last one.
  const counts = await countBins(run, (scope) => {
    const value = asDouble(of(scope));
    return cases([{ when: isKnown(value), then: call('least', place(value), literal(last)) }]);
  });
  const bins = Array.from({ length: last + 1 }, (_, index) => ({
    low: round(start + index * step),
    high: round(start + (index + 1) * step),
    count: counts.get(index) ?? 0,
  }));
  return { scale: 'linear', zero: await countZero(run, of), bins };
}

async function logarithmic(run: Executed, of: ValueIn): Promise<Distribution> {
  const counts = await countBins(run, (scope) => {
    const value = asDouble(of(scope));
    const place = operator(operator(call('log10', value), '*', literal(BINS_PER_DECADE)), '+', literal(EDGE));
    return cases([{ when: operator(value, '>', literal(0)), then: call('floor', place) }]);
  });
  const places = [...counts.keys()];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const edge = (index: number): number => round(10 ** (index / BINS_PER_DECADE));
  return {
    scale: 'log',
    zero: await countZero(run, of),
    bins: Array.from({ length: last - first + 1 }, (_, index) => ({
      low: edge(first + index),
      high: edge(first + index + 1),
      count: counts.get(first + index) ?? 0,
    })),
  };
}

async function countZero(run: Executed, of: ValueIn): Promise<number> {
  const read = await readScored(run, (scope) => ({
    columns: [output(aggregate('count', [], { where: operator(of(scope), '=', literal(0)) }), 'zero')],
  }));
  return read.number('zero');
}

/** How many have each place; those without one are in no bin. */
async function countBins(run: Executed, place: ValueIn): Promise<ReadonlyMap<number, number>> {
  const columns = await readScored(run, (scope) => {
    const bin = cast(place(scope), 'INTEGER');
    return { columns: [output(bin, 'bin'), output(aggregate('count', []), 'count')], groupBy: [bin] };
  });
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
