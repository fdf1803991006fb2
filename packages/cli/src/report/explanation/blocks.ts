import type { Explanation } from '@benchbook/engine';
import { cell, heading, paragraph, title, type Block } from '../../document/block.js';
import type { Words } from '../../language/words.js';
import { levelBlocks } from './levels.js';
import { metricBlocks } from './metrics.js';
import { scoreBlocks } from './scores.js';

/** Why one entity stands where it stands, as blocks. */
export function explanationBlocks(explanation: Explanation, words: Words): Block[] {
  const { name, key, rank, of, population } = explanation;
  const scored = explanation.scores[0]?.value !== null;
  const place =
    rank === null || !scored ? words.explain.unranked(population, of) : words.explain.rank(rank, of, population);
  return [
    title(name === null || name === key ? key : `${name} (${key})`),
    paragraph(place),
    ...attributes(explanation, words),
    ...explanation.metrics.flatMap((metric) => metricBlocks(metric, words)),
    ...explanation.levels.flatMap((level) => levelBlocks(level, words)),
    ...explanation.scores.flatMap((score) => scoreBlocks(score, words)),
  ];
}

function attributes({ attributes: known }: Explanation, { explain }: Words): Block[] {
  if (known.length === 0) return [];
  return [
    heading(explain.attributes),
    {
      kind: 'table',
      columns: [{ label: explain.attribute }, { label: explain.value, flexible: true }],
      rows: known.map((each) => [cell(each.label ?? each.name), cell(each.display)]),
    },
  ];
}
