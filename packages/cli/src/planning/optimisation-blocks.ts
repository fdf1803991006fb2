import { formatNumber } from '@benchbook/dsl';
import type { OptimisationResult } from '@benchbook/engine';
import { cell, heading, list, paragraph, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { titleOf } from './named.js';
import { requirementTable } from './requirement-blocks.js';

type PlanWords = Words['planning'];

/** So many keys are named of those that an action is taken on. */
const MOST_KEYS = 5;

/** What is best, whom it is done for, how it compares, and what its limits are worth. */
export function optimisationBlocks(one: OptimisationResult, words: PlanWords): readonly Block[] {
  return [heading(words.optimised(one.objective, one.direction)), statusOf(one, words), ...found(one, words)];
}

function statusOf({ status, gap, refused }: OptimisationResult, { optimum }: PlanWords): Block {
  // Never rounded to nothing: what is proved is proved to within so much.
  const away = formatNumber(Math.max(gap ?? 0, 1e-6), 'percent', 4);
  switch (status) {
    case 'best':
      return paragraph(optimum.best(away), 'good');
    case 'stopped':
      return paragraph(optimum.stopped(away), 'warn');
    case 'refused':
      return paragraph(optimum.refused(refused ?? ''), 'bad');
    default:
      return paragraph(optimum[status], 'bad');
  }
}

function found(one: OptimisationResult, words: PlanWords): readonly Block[] {
  const { value, bound, cost, chosen, limits, greedy, frontier, prices, conflict } = one;
  if (value === null)
    return conflict.length === 0
      ? []
      : [list(conflict.map(({ text, file, line }) => cell(`${text}  (${words.place(file, line)})`)))];
  return [
    {
      kind: 'table',
      columns: [{ label: words.figure }, { label: words.value, align: 'right' }],
      rows: [
        [cell(words.objective), cell(value.display, 'strong')],
        [cell(words.bound), cell(bound?.display ?? '')],
        [cell(words.cost), cell(cost?.display ?? '')],
        [cell(words.greedy), cell(greedy?.display ?? '–')],
      ],
    },
    {
      kind: 'table',
      columns: [
        { label: words.chosen },
        { label: words.accounts, align: 'right' },
        { label: words.firstOf, flexible: true },
      ],
      rows: chosen.map(({ action, label, entities, keys }) => [
        cell(titleOf({ name: action, label })),
        cell(formatNumber(entities, 'count')),
        cell(keys.slice(0, MOST_KEYS).join(', '), 'quiet'),
      ]),
    },
    ...(limits.length === 0 ? [] : [requirementTable(limits, words)]),
    ...(prices.length === 0
      ? []
      : [
          heading(words.prices),
          {
            kind: 'table',
            columns: [
              { label: words.requirement, flexible: true },
              { label: words.step, align: 'right' },
              { label: words.gain, align: 'right' },
            ],
            rows: prices.map(({ limit, step, gain }) => [cell(limit), cell(`+ ${step}`), cell(gain.display, 'strong')]),
          } satisfies Block,
        ]),
    ...(frontier.length === 0
      ? []
      : [
          heading(words.frontier),
          {
            kind: 'bars',
            rows: frontier.map((point) => ({
              label: point.budget.display,
              figures: [point.value.display],
              share:
                (point.value.value ?? 0) / Math.max(...frontier.map((each) => each.value.value ?? 0), Number.MIN_VALUE),
            })),
          } satisfies Block,
        ]),
  ];
}
