import type { InverseResult, ThresholdWay } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../document/block.js';
import { count } from '../document/figures.js';
import type { Words } from '../language/words.js';

/** Every threshold with what it would have to be for the goal, the smallest change first; then those that cannot meet it. */
export function inverseBlocks(
  { label, place, goal, current, met, ways }: InverseResult,
  words: Words,
): readonly Block[] {
  const { asking } = words;
  const title = heading(label ?? asking.inverseOf(place, goal));
  if (ways.length === 0) return [title, paragraph(asking.noThreshold)];
  const able = ways.filter(({ found }) => found !== null).length;
  const inSteps = ways.filter(({ by }) => by === 'grid').map(({ path }) => path);
  return [
    title,
    paragraph(asking.inverseNow(current.display, met)),
    {
      kind: 'table',
      columns: [
        { label: asking.threshold, flexible: true },
        { label: asking.now, align: 'right' },
        { label: asking.needed, align: 'right' },
        { label: asking.change, align: 'right' },
        { label: goal, align: 'right' },
        { label: asking.metAt },
      ],
      rows: ways.map((way) => [
        cell(way.scaled ? asking.scaled(way.path, count(way.thresholds)) : way.path),
        cell(way.current.display),
        cell(way.found?.display ?? '', 'good'),
        cell(way.change === null ? '' : signed(way.change)),
        cell((way.found ?? way.nearest)?.figure.display ?? ''),
        way.nearest === null ? cell(rangesOf(way)) : cell(asking.neverMet(way.nearest.display), 'bad'),
      ]),
    },
    paragraph(asking.ways(count(able), count(ways.length))),
    paragraph(inSteps.length === 0 ? asking.everyStep : asking.someSteps(inSteps.join(', ')), 'quiet'),
  ];
}

function signed(share: number): string {
  const amount = `${(Math.abs(share) * 100).toFixed(1)}%`;
  if (share === 0) return amount;
  return `${share > 0 ? '+' : '−'}${amount}`;
}

const rangesOf = ({ stretches }: ThresholdWay): string =>
  stretches
    .map(({ from, to }) => (from.value === to.value ? from.display : `${from.display} – ${to.display}`))
    .join(', ');
