import type { NamedOutcome, OwnFigures } from '@benchbook/engine';
import { cell, heading, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { titleOf } from './named.js';

/** The figures of one declaration. */
export const figureBlocks = (of: OwnFigures, words: Words['planning']): readonly Block[] => [
  heading(titleOf(of)),
  figureRows(of.figures, words),
];

/** A row for each figure; one that has no value says why. */
export function figureRows(figures: readonly NamedOutcome[], words: Words['planning']): Block {
  return {
    kind: 'table',
    columns: [{ label: words.figure }, { label: words.value, align: 'right' }, { label: '' }],
    rows: figures.map(({ text, figure }) => [
      cell(text),
      cell(figure.display, 'strong'),
      cell(whyNot(figure, words), 'quiet'),
    ]),
  };
}

function whyNot({ why, several }: NamedOutcome['figure'], words: Words['planning']): string {
  if (why === null) return '';
  return several.length === 0 ? words.why[why] : `${words.why[why]}: ${several.join(', ')}`;
}
