import type { PlanResult, SimulationResult } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../document/block.js';
import { count } from '../document/figures.js';
import type { Words } from '../language/words.js';
import { titleOf } from './named.js';

/** What many draws of the uncertain numbers come to. */
export function simulationBlocks(
  simulation: SimulationResult,
  { models }: PlanResult,
  words: Words['planning'],
): readonly Block[] {
  const { figures, drivers, fixed, repaired, trials, seed } = simulation;
  const model = titleOf(
    models.find(({ name }) => name === simulation.model) ?? { name: simulation.model, label: null },
  );
  return [
    heading(words.simulation(model, count(trials), seed)),
    {
      kind: 'table',
      columns: [
        { label: words.figure },
        { label: words.value, align: 'right' },
        { label: words.error, align: 'right' },
        { label: '' },
      ],
      rows: figures
        .filter(({ fan }) => fan === null)
        .map(({ text, figure, error, without }) => [
          cell(text),
          cell(figure.display, 'strong'),
          cell(error?.display ?? ''),
          cell(without === 0 ? '' : words.without(count(without)), 'quiet'),
        ]),
    },
    ...(drivers.length === 0
      ? []
      : [
          heading(words.drivers(model)),
          {
            kind: 'bars',
            rows: drivers.map(({ path, correlation }) => ({
              label: path,
              figures: [correlation.toFixed(2)],
              share: Math.abs(correlation),
            })),
          } satisfies Block,
        ]),
    ...(fixed.length === 0 ? [] : [paragraph(words.fixed(fixed.join(', ')), 'warn')]),
    ...(repaired === null ? [] : [paragraph(words.repaired(repaired.toFixed(2)), 'warn')]),
  ];
}
