import type { Figure, SummaryName, ValueType } from '../model/expression.js';
import type { Population, Source } from '../model/model.js';
import { BOOLEAN, combine, COUNT, describeType, numberType, PERCENT } from '../model/units.js';
import type { CallNode, ExpressionNode, Word } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import type { Span } from '../text/span.js';
import { rowsMeant } from './aggregates.js';
import { sumUnit } from './arithmetic.js';
import { CONCENTRATIONS, concentrationFigure, isConcentration } from './concentration.js';
import { dateConstant, quantityConstant, textConstant } from './constants.js';
import { checkCondition, checkExpression, groundOn } from './expression.js';
import { column as columnOf, typeOfConstant } from './ground.js';
import type { Ground } from './ground.js';
import { columnNamed, unknownColumn } from './names.js';
import { fit, readQuantity } from './quantities.js';
import { replaceBy, meaningOf } from './scope.js';
import type { Scope } from './scope.js';
import { childrenOf } from './walk.js';

/** Where a figure is asked: `population` is the one it is about unless it says another; null reports that there is none. */
export interface FigureGround {
  readonly scope: Scope;
  readonly population: (at: Span) => Population | null;
}

const FIGURES = [
  'count',
  'share',
  'passed',
  'failed',
  'unknown',
  'converted',
  'missing',
  'orphans',
  'unique',
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'p90',
  ...CONCENTRATIONS,
];

/** A figure about a whole population or source; null when it is not one (reported). */
export function checkFigure(node: ExpressionNode, ground: FigureGround): Figure | null {
  const { scope } = ground;
  switch (node.kind) {
    case 'number': {
      const quantity = readQuantity(scope, node);
      return (
        quantity && {
          kind: 'constant',
          constant: quantityConstant(quantity),
          type: numberType(quantity.unit),
          span: node.span,
        }
      );
    }
    case 'date': {
      const constant = dateConstant(scope, node.text, node.span);
      return constant && { kind: 'constant', constant, type: typeOfConstant(constant), span: node.span };
    }
    case 'text':
      return { kind: 'constant', constant: textConstant(node.text), type: { kind: 'text' }, span: node.span };
    case 'arithmetic':
      return arithmeticFigure(node, ground);
    case 'call':
      return callFigure(node, ground);
    case 'name':
      return paramFigure(node.name, node.span, ground);
    default:
      return scope.report('B410', node.span, {});
  }
}

function paramFigure(name: string, span: Span, { scope }: FigureGround): Figure | null {
  const slot = scope.find(name);
  scope.want(span, { kind: 'figure' });
  if (slot === 'broken') return null;
  if (slot) scope.use(span, meaningOf(slot));
  if (slot === undefined) {
    if (scope.mayBeLost(name)) return null;
    const known = scope.some('source').some((source) => columnOf(source, name));
    return known ? scope.report('B410', span, {}) : scope.demand('metric', { text: name, span }) && null;
  }
  if (slot.noun !== 'param') return scope.report('B410', span, {});
  const param = scope.get('param', name, span);
  if (param?.value.kind !== 'one') return param && scope.report('B205', span, { found: 'list', wanted: 'number' });
  return { kind: 'constant', constant: param.value.constant, type: param.type, span };
}

function arithmeticFigure(node: ArithmeticNode, ground: FigureGround): Figure | null {
  const left = checkFigure(node.left, ground);
  const right = checkFigure(node.right, ground);
  if (left === null || right === null) return null;
  const type = figureArithmetic(ground.scope, node, left.type, right.type);
  return type && { kind: 'arithmetic', operator: node.operator, left, right, type, span: node.span };
}

type ArithmeticNode = Extract<ExpressionNode, { kind: 'arithmetic' }>;

/** What a sum, difference, product or quotient of figures is; null when it is nothing (reported). */
export function figureArithmetic(
  scope: Scope,
  { operator, span }: Pick<ArithmeticNode, 'operator' | 'span'>,
  left: ValueType,
  right: ValueType,
): ValueType | null {
  if (left.kind === 'number' && right.kind === 'number') {
    const product = operator === '*' || operator === '/';
    const unit = product ? combine(left.unit, right.unit, operator === '*' ? 1 : -1) : sumUnit(left.unit, right.unit);
    if (unit !== null) return numberType(unit);
  }
  return scope.report('B201', span, { operator, left: describeType(left), right: describeType(right) });
}

function callFigure(node: CallNode, ground: FigureGround): Figure | null {
  const { scope } = ground;
  const [argument] = node.arguments;
  const name = node.name.text;
  scope.want(node.name.span, { kind: 'figure' });
  if (FIGURES.includes(name) || isSummary(name)) scope.use(node.name.span, { kind: 'function', owner: null, name });
  if (isConcentration(name)) {
    const population = populationOf(node, ground);
    return population && concentrationFigure(name, node, population, judging(scope, population, node.span));
  }
  if (argument === undefined || node.arguments.length > 1)
    return scope.report('B208', node.span, { name, wanted: '1', found: node.arguments.length });
  switch (name) {
    case 'count':
    case 'share':
      return tally(name, node, argument, ground);
    case 'passed':
    case 'failed':
    case 'unknown':
      return attainment(name, node, argument, ground);
    case 'converted': {
      const population = populationOf(node, ground);
      const where = population && checkCondition(argument, judging(scope, population, node.span));
      return (
        where && { kind: 'converted', population: population.name, where, type: numberType(PERCENT), span: node.span }
      );
    }
    case 'missing':
    case 'orphans':
    case 'unique':
      return quality(name, node, argument, scope);
    default:
      if (isSummary(name)) return summary(name, node, argument, ground);
  }
  const suggestion = closest(name, FIGURES);
  return scope.report('B113', node.name.span, { name, suggestion }, replaceBy(node.name.span, suggestion));
}

const isSummary = (name: string): name is SummaryName =>
  ['sum', 'mean', 'median', 'min', 'max'].includes(name) || /^p(?:\d|[1-9]\d)$/.test(name);

const populationOf = (node: CallNode, ground: FigureGround): Population | null =>
  node.of ? ground.scope.demand('population', node.of) : ground.population(node.span);

function judging(scope: Scope, population: Population, at: Span): Ground {
  return groundOn(scope, scope.get('source', population.source, at), true);
}

/** count(risk = high), share(risk = high), count(key_accounts), count(key_accounts where …), count(accounts where …). */
function tally(name: 'count' | 'share', node: CallNode, argument: ExpressionNode, ground: FigureGround): Figure | null {
  const { scope } = ground;
  const type = numberType(name === 'count' ? COUNT : PERCENT);
  const slot = argument.kind === 'name' ? scope.find(argument.name) : undefined;
  if (slot === 'broken') return null;
  if (slot?.noun === 'source' || slot?.noun === 'population') scope.use(argument.span, meaningOf(slot));
  if (slot?.noun === 'source' && name === 'count') {
    const source = scope.get('source', slot.name, argument.span);
    return source && rows('count', node, source, null, ground);
  }
  const whole = slot?.noun === 'population' ? scope.get('population', slot.name, argument.span) : null;
  if (slot?.noun === 'population' && whole === null) return null;
  const population = whole ?? populationOf(node, ground);
  const condition = whole ? node.where : argument;
  if (population === null) return null;
  if (condition === null)
    return { kind: 'tally', name, population: population.name, where: null, type, span: node.span };
  const where = checkCondition(condition, judging(scope, population, node.span));
  return where && { kind: 'tally', name, population: population.name, where, type, span: node.span };
}

function attainment(
  name: 'passed' | 'failed' | 'unknown',
  node: CallNode,
  argument: ExpressionNode,
  ground: FigureGround,
): Figure | null {
  if (argument.kind !== 'name') return ground.scope.report('B410', argument.span, {});
  const metric = ground.scope.demand('metric', { text: argument.name, span: argument.span });
  const population = metric && populationOf(node, ground);
  return (
    population && {
      kind: 'attainment',
      name,
      population: population.name,
      metric: metric.name,
      type: numberType(PERCENT),
      span: node.span,
    }
  );
}

/** missing(accounts.industry), orphans(contacts.account_id), unique(accounts.account_id). */
function quality(
  name: 'missing' | 'orphans' | 'unique',
  node: CallNode,
  argument: ExpressionNode,
  scope: Scope,
): Figure | null {
  const member = argument.kind === 'member' ? argument : null;
  if (member === null)
    return scope.report('B210', argument.span, {
      what: name,
      wanted: {
        en: 'asked of a column of a source, as in accounts.industry',
        zh: '针对数据源的某一列，例如 accounts.industry',
      },
    });
  const source = scope.demand('source', member.of);
  if (source === null) return null;
  const found = columnNamed(source, member.member, scope);
  if (found === undefined) return unknownColumn(source, member.member, { scope });
  if (name === 'orphans' && (found.type.kind !== 'text' || found.type.references === null)) {
    return scope.report('B210', member.span, {
      what: 'orphans',
      wanted: { en: 'asked of a column of type text -> SOURCE', zh: '针对类型为 text -> 数据源 的列' },
    });
  }
  const type = name === 'unique' ? BOOLEAN : numberType(PERCENT);
  return { kind: 'quality', name, source: source.name, column: found.name, type, span: node.span };
}

/** mean(contact_density) over a population; mean(accounts.annual_revenue) over a source's rows. */
function summary(name: SummaryName, node: CallNode, argument: ExpressionNode, ground: FigureGround): Figure | null {
  const { scope } = ground;
  const word = rowSource(argument, scope);
  if (word) {
    const source = scope.get('source', word.text, word.span);
    return source && rows(name, node, source, argument, ground);
  }
  if (node.over) return scope.report('B426', node.over.span, { name });
  const population = populationOf(node, ground);
  if (population === null) return null;
  const inside = judging(scope, population, node.span);
  const of = checkExpression(argument, inside);
  const where = node.where && checkCondition(node.where, inside);
  if (of === null || (node.where && where === null)) return null;
  if (of.type.kind !== 'number') return scope.report('B205', of.span, { found: of.type.kind, wanted: 'number' });
  return { kind: 'summary', name, population: population.name, of, where, type: of.type, span: node.span };
}

/** The source that an expression names outside any call of its own. */
function rowSource(node: ExpressionNode, scope: Scope): Word | null {
  if (node.kind === 'call') return null;
  if (node.kind === 'member') {
    const slot = scope.find(node.of.text);
    return slot !== undefined && slot !== 'broken' && slot.noun === 'source' ? node.of : null;
  }
  return childrenOf(node).flatMap((child) => rowSource(child, scope) ?? [])[0] ?? null;
}

function rows(
  name: SummaryName | 'count',
  node: CallNode,
  source: Source,
  argument: ExpressionNode | null,
  { scope }: FigureGround,
): Figure | null {
  const ground = groundOn(scope, source, false);
  const of = argument && checkExpression(argument, ground);
  const where = rowsMeant(node, source, null, ground);
  if ((argument && of === null) || where === undefined) return null;
  if (of && of.type.kind !== 'number') return scope.report('B205', of.span, { found: of.type.kind, wanted: 'number' });
  return { kind: 'rows', source: source.name, name, of, where, type: of?.type ?? numberType(COUNT), span: node.span };
}

/** A literal takes the unit of the figure it is compared with. */
export function fitFigure(scope: Scope, figure: Figure, beside: Figure): Figure | null {
  if (figure.kind !== 'constant' || figure.constant.kind !== 'quantity' || beside.type.kind !== 'number') return figure;
  const text = scope.text(figure.span);
  const quantity = fit(scope, { ...figure.constant.quantity, span: figure.span }, beside.type.unit, text);
  return quantity && { ...figure, constant: quantityConstant(quantity), type: numberType(quantity.unit) };
}
