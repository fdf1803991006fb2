import type { FunnelResult } from '@benchbook/engine';
import { cell, heading, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { figureRows } from './figure-blocks.js';
import { titleOf } from './named.js';

/** A funnel's stages, and what comes out of it. */
export const funnelBlocks = (funnel: FunnelResult, words: Words['planning']): readonly Block[] => [
  heading(words.funnel(titleOf(funnel))),
  {
    kind: 'table',
    columns: [
      { label: words.stage },
      { label: words.rate[funnel.meaning], align: 'right' },
      { label: words.count, align: 'right' },
      { label: words.value, align: 'right' },
    ],
    rows: funnel.stages.map(({ name, rate, count, value }) => [
      cell(name),
      cell(rate.display),
      cell(count?.display ?? ''),
      cell(value?.display ?? ''),
    ]),
  },
  figureRows(funnel.figures, words),
];
