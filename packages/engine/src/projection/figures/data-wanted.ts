import type { Coverage, Expression, Figure, Funnel, Stage } from '@benchbook/dsl';
import { COUNT } from '../../plan/units.js';

const NUMBER = { kind: 'number', unit: COUNT } as const;
const TRUTH = { kind: 'boolean' } as const;
const made = new WeakMap<object, Figure>();

/** The same figure for the same thing: figures that were read are known by what they are. */
function once(of: object, make: () => Figure): Figure {
  const known = made.get(of);
  if (known) return known;
  const figure = make();
  made.set(of, figure);
  return figure;
}

/** How many members a population has, or rows a source. */
export function countCovered(coverage: Extract<Coverage, { kind: 'ratio' }>): Figure | null {
  const { of, span } = coverage;
  const common = { type: NUMBER, span, where: null };
  switch (of.kind) {
    case 'resource':
      return null;
    case 'population':
      return once(of, () => ({ kind: 'tally', name: 'count', population: of.name, ...common }));
    case 'source':
      return once(of, () => ({ kind: 'rows', source: of.name, name: 'count', of: null, ...common }));
  }
}

const worths = new WeakMap<Stage, Figure>();

/** How many rows of a funnel's source stand at a stage, and what they are worth together; null where the funnel has no rows. */
export function standing(
  { rows }: Funnel,
  stage: Stage,
): { readonly count: Figure; readonly worth: Figure | null } | null {
  if (rows === null) return null;
  const { source, worth } = rows;
  const where: Expression = {
    kind: 'compare',
    operator: '=',
    left: rows.stage,
    right: { kind: 'constant', constant: { kind: 'text', text: stage.name }, type: { kind: 'text' }, span: stage.span },
    type: TRUTH,
    span: stage.span,
  };
  const count = once(stage, () => ({
    kind: 'rows',
    source,
    name: 'count',
    of: null,
    where,
    type: NUMBER,
    span: stage.span,
  }));
  if (worth === null) return { count, worth: null };
  const known = worths.get(stage) ?? {
    kind: 'rows',
    source,
    name: 'sum',
    of: worth,
    where,
    type: worth.type,
    span: stage.span,
  };
  worths.set(stage, known);
  return { count, worth: known };
}

/** The share of entities for which the condition of a conversion holds now. */
export function shareOfConverted(converted: Extract<Figure, { kind: 'converted' }>): Figure {
  const { population, where, type, span } = converted;
  return once(converted, () => ({ kind: 'tally', name: 'share', population, where, type, span }));
}
