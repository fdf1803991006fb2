import type { MetricReport, Report, ShowResult } from '@benchbook/engine';
import type { Bars } from '../../document/block.js';
import { count, number, percent, weight } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** `show METRIC as distribution` as bars, the longest full; null for any other show. */
export function distributionBars(show: ShowResult, report: Report, words: Words['report']): Bars | null {
  const [shown] = show.columns;
  if (show.form !== 'distribution' || shown === undefined || show.rows.length !== 1) return null;
  const metric = Object.entries(report.metrics).find(([name, { label }]) => (label ?? name) === shown.label)?.[1];
  const bins = metric === undefined ? [] : filled(metric, words);
  if (bins.length === 0) return null;
  const [all, most] = [bins.reduce((sum, bin) => sum + bin.count, 0), Math.max(...bins.map((bin) => bin.count))];
  return {
    kind: 'bars',
    rows: bins.map((bin) => ({
      label: bin.label,
      figures: [count(bin.count), percent(bin.count / all)],
      share: bin.count / most,
    })),
  };
}

/** The bins that hold anyone; values of 0 stand apart where the scale keeps them apart. */
function filled(metric: MetricReport, words: Words['report']): { readonly label: string; readonly count: number }[] {
  const { scale, zero, bins } = metric.distribution;
  const display = metric.kind === 'percent' ? weight : number;
  const ranges = bins.map((bin) => ({ label: words.between(display(bin.low), display(bin.high)), count: bin.count }));
  const all = scale === 'log' ? [{ label: display(0), count: zero }, ...ranges] : ranges;
  return all.filter((bin) => bin.count > 0);
}
