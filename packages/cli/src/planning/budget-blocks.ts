import type { BudgetResult } from '@benchbook/engine';
import { cell, heading, paragraph, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { titleOf } from './named.js';

/** What a budget gives, and what is spent of it. */
export function budgetBlocks(budget: BudgetResult, words: Words['planning']): readonly Block[] {
  const kept = (budget.reserve.value ?? 0) === 0 ? [] : [paragraph(words.reserve(budget.reserve.display))];
  return [
    heading(words.budget(titleOf(budget), budget.total.display)),
    ...kept,
    ...(budget.lines.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { label: words.category },
              ...budget.columns.map((label) => ({ label, align: 'right' as const })),
              { label: words.total, align: 'right' },
              { label: words.spent, align: 'right' },
              { label: '' },
            ],
            rows: budget.lines.map((line) => [
              cell(line.category),
              ...line.amounts.map((amount) => cell(amount?.display ?? '–')),
              cell(line.total.display),
              cell(line.spent.display, line.isOver ? 'bad' : undefined),
              cell(line.isOver ? words.over : '', 'bad'),
            ]),
          } satisfies Block,
        ]),
  ];
}
