import type { Bin, Ordered, Spread } from '@benchbook/dsl';
import type { Columns } from '../database/columns.js';
import { aggregate, call, cases, cast, literal, operator, type SqlExpression } from '../sql/expression.js';
import { output, type Query } from '../sql/query.js';

/** Reads a small result from wherever the values stand. */
export type Read = (query: Partial<Query>) => Promise<Columns>;

const SHARES = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9 } as const;
type Share = keyof typeof SHARES;

const BINS = 20;
/** Positive values that spread over more than this are counted in steps of equal ratio. */
const HEAVY_TAIL = 1_000;

/**
 * How values are spread: two passes, whatever the number of rows; null when there are none.
 *
 * @param value a DOUBLE
 * @param shown how a value is written, as for days counted from an origin
 */
export async function spreadOf(
  read: Read,
  value: SqlExpression,
  shown: (value: number) => Ordered = (one) => one,
): Promise<Spread | null> {
  const finite = cases([{ when: call('isfinite', value), then: value }]);
  const read1 = await read({
    columns: [
      output(aggregate('min', [finite]), 'min'),
      output(aggregate('max', [finite]), 'max'),
      ...Object.entries(SHARES).map(([name, share]) =>
        output(aggregate('quantile_cont', [finite, literal(share)]), name),
      ),
    ],
  });
  const [min] = read1.numbers('min');
  const [max] = read1.numbers('max');
  if (min == null || max == null) return null;
  const at = (share: Share): Ordered => shown(read1.number(share));
  const isLog = min > 0 && max / min > HEAVY_TAIL;
  const bins = await countBins(read, finite, isLog ? logSteps(min, max) : linearSteps(min, max));
  return {
    min: shown(min),
    max: shown(max),
    p10: at('p10'),
    p25: at('p25'),
    p50: at('p50'),
    p75: at('p75'),
    p90: at('p90'),
    scale: isLog ? 'log' : 'linear',
    bins: bins.map(({ low, high, count }) => ({ low: shown(low), high: shown(high), count })),
  };
}

interface Steps {
  readonly count: number;
  /** The step a value is in, before it is cut off to a whole number. */
  readonly place: (value: SqlExpression) => SqlExpression;
  readonly edge: (index: number) => number;
}

function linearSteps(min: number, max: number): Steps {
  const width = max / BINS - min / BINS;
  if (width <= 0) return { count: 1, place: () => literal(0), edge: (index) => (index === 0 ? min : max) };
  return {
    count: BINS,
    place: (value) => operator(operator(value, '-', literal(min)), '/', literal(width)),
    edge: (index) => tidy(min + index * width),
  };
}

function logSteps(min: number, max: number): Steps {
  const width = (Math.log(max) - Math.log(min)) / BINS;
  return {
    count: BINS,
    place: (value) => operator(operator(call('ln', value), '-', literal(Math.log(min))), '/', literal(width)),
    edge: (index) => tidy(Math.exp(Math.log(min) + index * width)),
  };
}

const tidy = (value: number): number => Number(value.toPrecision(12));

async function countBins(
  read: Read,
  value: SqlExpression,
  { count, place, edge }: Steps,
): Promise<readonly (Bin & { readonly low: number; readonly high: number })[]> {
  // GREATEST and LEAST pass over NULL: what is not known is in no bin, not in the first or last one.
  const known = call('isfinite', value);
  const inside = call('greatest', literal(0), call('least', literal(count - 1), call('floor', place(value))));
  const bin = cast(cases([{ when: known, then: inside }]), 'INTEGER');
  const counted = await read({
    columns: [output(bin, 'bin'), output(aggregate('count', []), 'count')],
    groupBy: [bin],
  });
  const counts = new Map(counted.numbers('bin').map((index, row) => [index, counted.number('count', row)] as const));
  return Array.from({ length: count }, (_, index) => ({
    low: edge(index),
    high: edge(index + 1),
    count: counts.get(index) ?? 0,
  }));
}
