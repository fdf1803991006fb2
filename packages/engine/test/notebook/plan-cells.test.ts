import { expect, test } from 'vitest';
import { runNotebook, openWorkbook, type CellResult } from '../../src/index.js';
import { project } from '../support/project.js';

const NOTEBOOK = `# A plan

\`\`\`bench
param price = 60 CNY ~ 50 CNY..70 CNY
phase first "First" months 1..3
phase second "Second" months 4..6
  after first
\`\`\`

\`\`\`bench
model plan over 6 months
  | flow    | name  | amount  | timing  |
  | cost    | spent | 100 CNY | month 1 |
  | benefit | won   | price*2 | end     |
  discount 10% per year
  report npv, irr, discounted_payback
simulate plan
  500 times
  report mean(npv), npv
require price >= 80 CNY
\`\`\`
`;

async function cells(text: string, language: 'en' | 'zh' = 'en'): Promise<readonly (readonly CellResult[])[]> {
  const root = await project({ 'plan.md': text });
  const book = await openWorkbook({ root, file: 'plan.md' });
  try {
    const reading = await book.read();
    if (reading.model === null) throw new Error('the notebook has no rules');
    const run = await runNotebook(book, reading, reading.model, { language });
    return run.cells.map(({ results }) => results);
  } finally {
    await book.close();
  }
}

const told = (results: readonly CellResult[] = []) =>
  results.map((one) => {
    if (one.kind === 'figure') return [one.figure.form, one.figure.title];
    return one.kind === 'statements' ? one.statements.map(({ text, met }) => [text, met]) : one.kind;
  });

test('phases are a Gantt chart; a model its figures and its balance; a simulation its fan and what it hangs on', async () => {
  const [phases, money] = await cells(NOTEBOOK);
  expect(told(phases)).toEqual([['gantt', 'Phases']]);
  const [chart] = phases ?? [];
  expect(chart?.kind === 'figure' && chart.figure.rows).toEqual([
    ['First', 1, 3, 0],
    ['Second', 4, 6, 0],
  ]);
  expect(told(money)).toEqual([
    ['table', 'plan'],
    ['line', 'plan: received less paid so far, in CNY'],
    ['table', 'plan in 500 trials'],
    ['fan', 'How npv may go: 5% of trials lie below the lowest line, 5% above the highest'],
    ['bars', 'How much of the spread of npv each number explains alone'],
    [
      ['price >= 80 CNY: 60.00 CNY and 80.00 CNY', false],
      ['contradiction: require price >= 80 CNY · price = 60 CNY', false],
    ],
  ]);
});

test('in Chinese as well', async () => {
  const [phases] = await cells(NOTEBOOK, 'zh');
  expect(told(phases)).toEqual([['gantt', '阶段']]);
});

test('a cell without parts of a plan works nothing out', async () => {
  const [only] = await cells('# Nothing\n\n```bench\nparam price = 60 CNY\n```\n');
  expect(only).toEqual([]);
});
