import type { ActionResult } from '@benchbook/engine';
import { cell, heading, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { titleOf } from './named.js';

/** What is done, on how many, and what it costs. */
export function actionBlocks(actions: readonly ActionResult[], words: Words['planning']): readonly Block[] {
  if (actions.length === 0) return [];
  return [
    heading(words.actions),
    {
      kind: 'table',
      columns: [
        { label: words.action },
        { label: words.on },
        { label: words.taken, align: 'right' },
        { label: words.cost, align: 'right' },
        { label: words.chance, align: 'right' },
      ],
      rows: actions.map((action) => [
        cell(titleOf(action)),
        cell(action.population),
        cell(action.taken.display),
        cell(action.cost?.display ?? ''),
        cell(action.chance?.display ?? ''),
      ]),
    },
  ];
}
