import type { RequirementResult } from '@benchbook/engine';
import { cell, heading, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { judged } from './phase-blocks.js';

/** What must hold, with both of its sides. */
export function requirementBlocks(
  requirements: readonly RequirementResult[],
  words: Words['planning'],
): readonly Block[] {
  return requirements.length === 0 ? [] : [heading(words.requirements), requirementTable(requirements, words)];
}

export function requirementTable(requirements: readonly RequirementResult[], words: Words['planning']): Block {
  return {
    kind: 'table',
    columns: [
      { label: words.requirement, flexible: true },
      { label: words.left, align: 'right' },
      { label: words.right, align: 'right' },
      { label: '' },
      { label: '' },
    ],
    rows: requirements.map(({ text, left, right, holds, chance }) => [
      cell(text),
      cell(left.display),
      cell(right.display),
      judged(holds, words.holds),
      cell(chance === null ? '' : words.withChance(chance.found.display, chance.wanted.display), 'quiet'),
    ]),
  };
}
