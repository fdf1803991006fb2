import type { Expression } from '@benchbook/dsl';
import type { Plan } from '../../plan/plan.js';
import { INDUSTRY } from '../../plan/used-columns.js';

/** A discrete value that entities are told apart by: an industry, a size band, a tier. */
export interface Dimension {
  readonly name: string;
  readonly expression: Expression;
}

/** The industry, the text inputs of every benchmark, applied or not, and what shows are split by; each once, in declared order. */
export function dimensionsOf(plan: Plan): readonly Dimension[] {
  const { model, source } = plan;
  const benchmarks = model.benchmarks.filter((benchmark) => benchmark.source === source.name);
  const industry = source.columns.find(({ name, type }) => name === INDUSTRY && type.kind === 'text');
  const candidates = [
    ...(industry === undefined ? [] : [columnOf(source.name, industry)]),
    ...benchmarks.flatMap((benchmark) => benchmark.table.inputs.map((input) => input.expression)),
    ...model.shows.filter((show) => show.population === plan.population.name).flatMap((show) => show.by),
    ...plan.measure.tiers.map((tier): Expression => ({
      kind: 'given',
      by: 'tier',
      name: tier.name,
      type: { kind: 'text' },
      span: tier.nameSpan,
    })),
  ];
  const found = new Map<string, Dimension>();
  for (const expression of candidates) {
    const name = nameOf(expression);
    if (name !== null && !found.has(name)) found.set(name, { name, expression });
  }
  return [...found.values()];
}

function columnOf(source: string, { name, span }: Plan['source']['columns'][number]): Expression {
  return { kind: 'column', source, column: name, type: { kind: 'text' }, span };
}

function nameOf(expression: Expression): string | null {
  if (expression.type.kind !== 'text') return null;
  if (expression.kind === 'column') return expression.column;
  return expression.kind === 'given' && expression.by !== 'level' ? expression.name : null;
}
