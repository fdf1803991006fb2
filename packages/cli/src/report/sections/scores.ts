import type { Report, ScoreReport } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../../document/block.js';
import { fixed, number, percent, weight } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** What each score reaches, and the weights as declared beside the weights that act. */
export function scores(report: Report, words: Words['report']): Block[] {
  return report.scores.flatMap((score) => [
    heading(words.score(score.label ?? score.name)),
    ...reach(score, words).map((text) => paragraph(text)),
    {
      kind: 'table',
      columns: [
        { label: words.term },
        { label: words.value, flexible: true },
        { label: words.declared, align: 'right' },
        { label: words.effective, align: 'right' },
        { label: words.byRange, align: 'right' },
      ],
      rows: score.terms.map((term) => [
        cell(term.name),
        cell(term.text),
        cell(weight(term.weight)),
        cell(share(term.effective, words)),
        cell(share(term.effective_by_range, words)),
      ]),
    },
    paragraph(words.weights, 'quiet'),
  ]);
}

const share = (value: number | null, words: Words['report']): string => (value === null ? words.none : percent(value));

function reach(score: ScoreReport, words: Words['report']): string[] {
  const lines: string[] = [];
  if (score.min !== null && score.max !== null && score.mean !== null) {
    lines.push(words.scored(fixed(score.min), fixed(score.max), fixed(score.mean)));
  }
  if (score.attainable !== null) {
    const [low, high] = score.attainable;
    const byLevel = score.attainable_by_level.map((each) =>
      words.attainableBy(each.label, number(each.range[0]), number(each.range[1])),
    );
    lines.push(words.attainable(number(low), number(high), byLevel));
  }
  if (score.unknown > 0) lines.push(words.scoreUnknown(score.unknown));
  return lines;
}
