import type { ExplainedMetric, State } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../../document/block.js';
import type { Words } from '../../language/words.js';
import type { Tone } from '../../terminal/paint.js';
import { ruleTable } from './rules.js';

const TONES: Readonly<Record<State, Tone>> = { failed: 'bad', passed: 'good', unknown: 'warn', 'not judged': 'quiet' };

/** One metric: what it is, what was asked, what it was computed from, and the rows that asked. */
export function metricBlocks(metric: ExplainedMetric, words: Words): Block[] {
  const { explain } = words;
  const verdict = [
    explain.verdict(metric.display, explain.states[metric.state]),
    ...(metric.waived === null ? [] : [explain.waived(metric.waived)]),
    ...(metric.threshold === null ? [] : [explain.asked(metric.threshold.text)]),
    ...(metric.peers === null ? [] : [amongPeers(metric.peers, words)]),
    ...(metric.state === 'failed' && metric.shortfall !== null ? [explain.shortBy(metric.shortfall_display)] : []),
  ].join(' · ');
  const clause =
    metric.answered_by === null || metric.answered_by === 'formula'
      ? ''
      : ` · ${explain.answeredBy(metric.answered_by)}`;
  return [
    heading(explain.metric(metric.label ?? metric.name, metric.unit)),
    paragraph(verdict, TONES[metric.state]),
    paragraph(explain.formula(metric.formula) + clause, 'quiet'),
    ...inputs(metric, words),
    ...ruleTable(metric.rules, words),
  ];
}

function amongPeers({ text, known, least }: NonNullable<ExplainedMetric['peers']>, { explain }: Words): string {
  return explain.amongPeers(text, known, least);
}

function inputs(metric: ExplainedMetric, { explain }: Words): Block[] {
  if (metric.inputs.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { label: explain.input, flexible: true },
        { label: explain.value, align: 'right' },
      ],
      rows: metric.inputs.map((input) => [cell(input.text), cell(input.display)]),
    },
  ];
}
