import type { ConcentrationName, Figure } from '../model/expression.js';
import type { Population } from '../model/model.js';
import { NUMBER, numberType, PERCENT } from '../model/units.js';
import type { CallNode, ExpressionNode } from '../syntax/nodes.js';
import { checkCondition, checkNumber } from './expression.js';
import type { Ground } from './ground.js';
import { wholeNumber, writtenQuantity } from './quantities.js';

export const CONCENTRATIONS: readonly ConcentrationName[] = ['top_share', 'herfindahl', 'gini'];
export const isConcentration = (name: string): name is ConcentrationName =>
  CONCENTRATIONS.some((known) => known === name);

/** `top_share(annual_revenue, 50)`, `top_share(annual_revenue, 5 by industry)`, `herfindahl(…)`, `gini(…)`. */
export function concentrationFigure(
  name: ConcentrationName,
  node: CallNode,
  population: Population,
  inside: Ground,
): Figure | null {
  const { scope } = inside;
  const wanted = name === 'top_share' ? 2 : 1;
  const [argument, largest] = node.arguments;
  if (argument === undefined || node.arguments.length !== wanted)
    return scope.report('B208', node.span, { name, wanted: String(wanted), found: node.arguments.length });
  const of = checkNumber(argument, inside);
  const by = node.by && inside.check(node.by, inside);
  const where = node.where && checkCondition(node.where, inside);
  const top = largest ? topOf(largest, inside) : null;
  if (of === null || (node.by && by === null) || (node.where && where === null) || (largest && top === null))
    return null;
  const type = numberType(name === 'top_share' ? PERCENT : NUMBER);
  return { kind: 'concentration', name, population: population.name, of, by, top, where, type, span: node.span };
}

type Top = Extract<Figure, { kind: 'concentration' }>['top'];

/** So many of the largest, or a percent of them all. */
function topOf(node: ExpressionNode, { scope }: Ground): Top {
  if (node.kind !== 'number') return scope.report('B205', node.span, { found: node.kind, wanted: 'number' });
  const amount = writtenQuantity(node);
  if (amount.unit.kind === 'percent' && amount.value.gt(0) && amount.value.lte(1)) return { kind: 'share', amount };
  return wholeNumber(scope, node) === null ? null : { kind: 'rows', amount };
}
