import type { FixedThreshold, Metric, PeerThreshold, Quantity, Threshold } from '@benchbook/dsl';
import { decimals, inUnit } from '../../plan/units.js';
import { display } from './formatting.js';

type Measured = Pick<Metric, 'unit'>;

/** How a bound's operator is shown. */
const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;

/** A threshold as readers see it. `value` is in the metric's stored unit, `to` the upper end of a range. */
export interface Asked {
  readonly text: string;
  readonly value: number;
  readonly to: number | null;
}

/**
 * What a threshold asks.
 *
 * @param among what a percentile among peers comes to; null where there are too few of them, then nothing is asked
 */
export function asked(threshold: Threshold, metric: Measured, among: number | null): Asked | null {
  if (threshold.kind !== 'peers')
    return { text: thresholdText(threshold, metric), ...thresholdEnds(threshold, metric) };
  if (among === null) return null;
  const text = `${SIGNS[threshold.operator]} ${display(among, metric.unit)} (${peerText(threshold)})`;
  return { text, value: among, to: null };
}

/** `p75 within industry`. */
export function peerText({ percentile, within }: PeerThreshold): string {
  const name = percentile.value.eq(0.5) ? 'median' : `p${percentile.value.times(100).toFixed()}`;
  return within.length === 0 ? name : `${name} within ${within.map((group) => group.name).join(', ')}`;
}

/** A threshold in the metric's stored unit; `to` is the upper end of a range. */
export function thresholdEnds(threshold: FixedThreshold, metric: Measured): { value: number; to: number | null } {
  const stored = (quantity: Quantity): number => inUnit(quantity, metric.unit).toNumber();
  return threshold.kind === 'bound'
    ? { value: stored(threshold.quantity), to: null }
    : { value: stored(threshold.low), to: stored(threshold.high) };
}

/** `≥ 15%`, `20% – 40%`, `20% – < 40%`. */
export function thresholdText(threshold: FixedThreshold, metric: Measured): string {
  const text = (quantity: Quantity): string => {
    const value = inUnit(quantity, metric.unit);
    const shown = metric.unit.kind === 'percent' ? value.times(100) : value;
    return display(value.toNumber(), metric.unit, decimals(shown));
  };
  return threshold.kind === 'bound'
    ? `${SIGNS[threshold.operator]} ${text(threshold.quantity)}`
    : `${text(threshold.low)} – ${threshold.highIncluded ? '' : '< '}${text(threshold.high)}`;
}
