import type { MetricReport } from '@benchbook/engine/results';
import type { Format } from './format.js';
import type { Words } from './language.js';

/** Says so where a mean describes nobody: much at zero, or far above the median. */
export function shapeNote(
  metric: Pick<MetricReport, 'mean' | 'median' | 'zero_share' | 'display'>,
  words: Words,
  format: Format,
): string | null {
  const { mean, median, zero_share: zeroShare } = metric;
  if (mean === null || median === null) return null;
  const factor = median > 0 ? mean / median : null;
  const isSkewed = factor !== null && factor > 1.5;
  const isHollow = (zeroShare ?? 0) >= 0.2;
  if (isHollow)
    return isSkewed || median === 0
      ? words.skewZeroNote(metric.display.zero_share)
      : words.zeroNote(metric.display.zero_share);
  return isSkewed ? words.skewNote(format.number(factor, 1)) : null;
}
