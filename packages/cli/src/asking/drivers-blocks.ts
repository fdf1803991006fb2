import type { DriversResult } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../document/block.js';
import { count } from '../document/figures.js';
import type { Words } from '../language/words.js';

/** A tornado as a table: each number with its step down and up, and what the figure then is, the largest swing first. */
export function driversBlocks({ label, figure, current, bars, still }: DriversResult, words: Words): readonly Block[] {
  const { asking } = words;
  const widest = bars[0]?.swing ?? 0;
  return [
    heading(label ?? asking.driversOf(figure, current.display)),
    ...(bars.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [
              { label: asking.number, flexible: true },
              { label: asking.down, align: 'right' as const },
              { label: figure, align: 'right' as const },
              { label: asking.up, align: 'right' as const },
              { label: figure, align: 'right' as const },
              { label: asking.swing },
            ],
            rows: bars.map(({ path, low, high, swing }) => [
              cell(path),
              cell(low.display),
              cell(low.figure.display),
              cell(high.display),
              cell(high.figure.display),
              cell(bar(swing / widest)),
            ]),
          },
        ]),
    paragraph(asking.still(count(still.length), bars.length === 0), 'quiet'),
  ];
}

const LONGEST = 20;

const bar = (share: number): string => '█'.repeat(Math.max(1, Math.round(share * LONGEST)));
