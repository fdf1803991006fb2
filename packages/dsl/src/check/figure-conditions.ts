import type { FigureCondition, Population } from '../model/model.js';
import { describeType } from '../model/units.js';
import type { ExpressionNode, NumberNode, Word } from '../syntax/nodes.js';
import type { Span } from '../text/span.js';
import { comparable } from './comparing.js';
import { checkFigure, fitFigure } from './figures.js';
import type { FigureGround } from './figures.js';
import type { Scope } from './scope.js';

/** `share(risk = high) <= 60%`, or a figure that holds by itself: `unique(accounts.account_id)`. */
export function figureCondition(node: ExpressionNode, ground: FigureGround): FigureCondition | null {
  const { scope } = ground;
  const { span } = node;
  const common = { text: scope.text(span), span, line: scope.line(span) };
  if (node.kind !== 'compare') {
    const figure = checkFigure(node, ground);
    if (figure === null) return null;
    return figure.type.kind === 'boolean'
      ? { left: figure, operator: 'holds', right: null, digits: null, ...common }
      : scope.report('B411', span, {});
  }
  const left = checkFigure(node.left, ground);
  const right = left && checkFigure(node.right, ground);
  if (left === null || right === null) return null;
  if (!comparable(left.type, right.type))
    return scope.report('B202', span, { left: describeType(left.type), right: describeType(right.type) });
  const fittedLeft = fitFigure(scope, left, right);
  const fittedRight = fitFigure(scope, right, left);
  const literal = [node.right, node.left].find((side): side is NumberNode => side.kind === 'number');
  const digits = literal ? decimalsOf(literal) : null;
  return (
    fittedLeft && fittedRight && { left: fittedLeft, operator: node.operator, right: fittedRight, digits, ...common }
  );
}

/** Decimals a number is written with: 2 for 1.73% and 16.00, 0 for 1.5万. */
export function decimalsOf({ numeral }: NumberNode): number {
  const decimals = /\.(\d+)/.exec(numeral)?.[1]?.length ?? 0;
  return /[kM百千万亿eE]/.test(numeral) ? 0 : decimals;
}

/** The population meant where none is said: the one that benchmarks are applied to, else the only one there is. */
export function defaultPopulation(scope: Scope, at: Span): Population | null {
  const applied = scope.applies(at).map((apply) => apply.population);
  const names = applied.length > 0 ? applied : scope.names('population');
  const [only] = names;
  if (only !== undefined && names.length === 1) return scope.get('population', only, at);
  if (scope.declarations('apply').length > 0 && applied.length === 0) return null;
  const unread = [...scope.declarations(null), ...scope.declarations('population')].some(({ broken }) => broken);
  return unread ? null : scope.report('B112', at, { populations: names });
}

/** `of NAME`, else the default. */
export function populationAsked(scope: Scope, of: Word | undefined): (at: Span) => Population | null {
  return (at) => (of ? scope.demand('population', of) : defaultPopulation(scope, at));
}
