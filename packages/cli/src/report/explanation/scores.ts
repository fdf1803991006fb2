import type { Explanation } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../../document/block.js';
import { number } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** One score: its terms adding up. */
export function scoreBlocks(score: Explanation['scores'][number], { explain }: Words): Block[] {
  const known = score.value !== null;
  return [
    heading(explain.score(score.label ?? score.name, known ? score.display : explain.none)),
    {
      kind: 'table',
      columns: [
        { label: explain.term },
        { label: explain.reads, flexible: true },
        { label: explain.weight, align: 'right' },
        { label: explain.value, align: 'right' },
        { label: explain.contribution, align: 'right' },
      ],
      rows: [
        ...score.terms.map((term) => [
          cell(term.name),
          cell(term.text),
          cell(term.weight_display),
          cell(term.value === null ? explain.none : term.display),
          cell(term.contribution === null ? explain.none : term.contribution_display),
        ]),
        [
          cell(explain.sum, 'strong'),
          cell(''),
          cell(''),
          cell(''),
          cell(known ? score.display : explain.none, 'strong'),
        ],
      ],
    },
    paragraph(explain.times(number(score.times)), 'quiet'),
  ];
}
