import type { MetricReport, Report } from '@benchbook/engine';
import { cell, heading, list, type Block, type Cell, type TableColumn } from '../../document/block.js';
import { count } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** Each metric's middle beside its mean, its spread, its share at zero and how many pass. */
export function metrics(report: Report, words: Words['report']): Block[] {
  const all = Object.entries(report.metrics);
  if (all.length === 0) return [];
  const right = (label: string): TableColumn => ({ label, align: 'right' });
  const anyUnknown = all.some(([, metric]) => metric.unknown > 0);
  const anyNotJudged = all.some(([, metric]) => metric.not_judged > 0);
  const leftOut = all.filter(([, metric]) => metric.rows_left_out > 0);
  return [
    heading(words.metrics),
    {
      kind: 'table',
      columns: [
        { label: words.metric, flexible: true },
        right(words.mean),
        right(words.median),
        right(words.p10),
        right(words.p90),
        right(words.zero),
        right(words.pass),
        ...(anyUnknown ? [right(words.notKnown)] : []),
        ...(anyNotJudged ? [right(words.notJudged)] : []),
        { label: words.benchmark, flexible: true },
      ],
      rows: all.map(([name, metric]) => [
        cell(titled(name, metric)),
        ...figures(metric),
        ...(anyUnknown ? [cell(count(metric.unknown))] : []),
        ...(anyNotJudged ? [cell(count(metric.not_judged))] : []),
        cell(asked(metric, words)),
      ]),
    },
    ...(leftOut.length === 0
      ? []
      : [list(leftOut.map(([name, metric]) => cell(words.rowsLeftOut(metric.label ?? name, metric.rows_left_out))))]),
  ];
}

/** Percents carry their sign; any other unit stands beside the name. */
function titled(name: string, metric: MetricReport): string {
  const title = metric.label ?? name;
  return metric.kind === 'percent' ? title : `${title} (${metric.unit})`;
}

function figures({ display }: MetricReport): Cell[] {
  return [display.mean, display.median, display.p10, display.p90, display.zero_share, display.pass_rate].map((text) =>
    cell(text),
  );
}

/** The thresholds that someone was judged by; many of them as the outermost and their number. */
function asked(metric: MetricReport, words: Words['report']): string {
  const byText = new Map(metric.benchmarks.map((line) => [line.text, line.value]));
  const texts = [...byText].sort(([, one], [, other]) => one - other).map(([text]) => text);
  if (texts.length === 0) return words.none;
  if (texts.length <= 3) return texts.join(', ');
  return `${texts[0] ?? ''} … ${texts.at(-1) ?? ''} (${words.thresholds(texts.length)})`;
}
