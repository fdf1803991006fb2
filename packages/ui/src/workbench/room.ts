import type { LevelReport, MetricReport, Report } from '@benchbook/engine/results';
import type { Format } from '../language/format.js';
import type { Words } from '../language/language.js';
import type { Store, View } from './store.js';

/** What a room draws from: the store, the view at this moment, the report, and how this language says it. */
export interface Room {
  readonly store: Store;
  readonly view: View;
  readonly report: Report;
  readonly words: Words;
  readonly format: Format;
}

/** The first level is the one the headline tells; null when the rulebook places nobody. */
export function mainLevel(report: Report): LevelReport | null {
  return report.level_details[0] ?? null;
}

export function labelOf(named: { readonly name: string; readonly label: string | null }): string {
  return named.label ?? named.name;
}

export function metricLabel(report: Report, name: string): string {
  return report.metrics[name]?.label ?? name;
}

/** `≥ 5 contacts per 亿元`; a percentage carries its sign already. */
export function unitSuffix(metric: MetricReport): string {
  return metric.kind === 'percent' || metric.unit === '' ? '' : ` ${metric.unit}`;
}
