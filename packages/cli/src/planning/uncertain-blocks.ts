import type { UncertainResult } from '@benchbook/engine';
import { cell, paragraph, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';

/** The numbers that a plan does not know for certain. */
export function uncertainBlocks(uncertain: readonly UncertainResult[], words: Words['planning']): readonly Block[] {
  if (uncertain.length === 0) return [];
  return [
    paragraph(words.uncertain(uncertain.length)),
    {
      kind: 'table',
      columns: [{ label: words.number }, { label: words.value, align: 'right' }, { label: words.distribution }],
      rows: uncertain.map(({ path, value, distribution }) => [cell(path), cell(value), cell(distribution)]),
    },
  ];
}
