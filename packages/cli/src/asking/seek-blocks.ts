import type { SeekResult } from '@benchbook/engine';
import { cell, heading, list, type Block } from '../document/block.js';
import { count } from '../document/figures.js';
import type { Words } from '../language/words.js';

/** The value that meets a goal, or that comes nearest; where else it is met; and what was tried. */
export function seekBlocks(result: SeekResult, { asking }: Words): readonly Block[] {
  const { label, place, goal, current, met, found, nearest, stretches, within, tried, by } = result;
  const answer =
    found === null
      ? nearest && cell(asking.nearest(place, nearest.display, nearest.figure.display), 'bad')
      : cell(asking.found(place, found.display, found.figure.display), 'good');
  const lines = [
    answer ?? cell(asking.cannotTell, 'bad'),
    ...(current === null ? [] : [cell(asking.current(current.display, current.figure.display, met === true))]),
    ...(stretches.length === 0
      ? []
      : [
          cell(
            asking.stretches(
              stretches
                .map(({ from, to }) => (from.value === to.value ? from.display : `${from.display} – ${to.display}`))
                .join(', '),
            ),
          ),
        ]),
    cell(asking.course[result.course](within.from.display, within.to.display)),
    cell(asking.tried[by === 'grid' ? 'grid' : 'steps'](count(tried)), 'quiet'),
  ];
  return [heading(label ?? asking.seekOf(place, goal)), list(lines)];
}
