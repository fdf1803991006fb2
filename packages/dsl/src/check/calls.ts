import type { Expression, FunctionName, ValueType } from '../model/expression.js';
import { describeType, isPure, NUMBER, numberType, PERCENT } from '../model/units.js';
import type { CallNode } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import { aggregatedSource, aggregateExpression, countOfList, isAggregateName } from './aggregates.js';
import { sumUnit } from './arithmetic.js';
import { comparable } from './comparing.js';
import { fitTo } from './fitting.js';
import type { Ground } from './ground.js';
import { lookupExpression } from './lookups.js';
import { replaceBy } from './scope.js';
import { changeExpression } from './windows.js';
import type { Scope } from './scope.js';

/** How many arguments each function takes. */
const FUNCTIONS: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  abs: [1, 1],
  min: [2, Infinity],
  max: [2, Infinity],
  round: [1, 2],
  floor: [1, 1],
  ceil: [1, 1],
  sqrt: [1, 1],
  ln: [1, 1],
  clamp: [3, 3],
  if: [3, 3],
};

const OTHERS: readonly string[] = [
  ...[
    'count',
    'sum',
    'mean',
    'median',
    'last',
    'change',
    'difference',
    'percent_rank',
    'cumulative_share',
    'shortfall',
  ],
];

/** Whether a call by this name means anything: a function, an aggregate, a table. */
export function isCallable(name: string, scope: Scope): boolean {
  return Object.hasOwn(FUNCTIONS, name) || OTHERS.includes(name) || scope.find(name) !== undefined;
}

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

export function callExpression(node: CallNode, ground: Ground): Expression | null {
  const { scope } = ground;
  const name = node.name.text;
  const slot = scope.find(name);
  if (slot === 'broken') return null;
  if (slot?.noun === 'table' || slot?.noun === 'context') {
    return lookupExpression(
      { word: node.name, noun: slot.noun, output: null, arguments: node.arguments, on: node.on },
      ground,
      node.span,
    );
  }
  if (isCallable(name, scope)) scope.use(node.name.span, { kind: 'function', owner: null, name });
  const whole = shortfallExpression(node, ground) ?? countOfList(node, ground);
  if (whole) return whole;
  if (name === 'change' || name === 'difference') return changeExpression(name, node, ground);
  const source = aggregatedSource(node, scope);
  if (source !== null) {
    const found = scope.get('source', source, node.span);
    return found && aggregateExpression(node, found, ground);
  }
  if (node.over) return scope.report('B426', node.over.span, { name });
  if (name === 'percent_rank' || name === 'cumulative_share') return standing(name, node, ground);
  if (name === 'shortfall') return metricShortfall(node, ground);
  if (isFunction(name) && !(isAggregateName(name) && node.arguments.length < 2))
    return functionExpression(name, node, ground);
  if (isAggregateName(name)) return unclearAggregate(node, ground);
  const suggestion = closest(name, [...Object.keys(FUNCTIONS), ...OTHERS, ...scope.names('table')]);
  return scope.report('B113', node.name.span, { name, suggestion }, replaceBy(node.name.span, suggestion));
}

/** An aggregate needs a source: its argument may be a misspelled one, which the check of the argument reports. */
function unclearAggregate(node: CallNode, ground: Ground): null {
  const [argument] = node.arguments;
  if (argument === undefined)
    return ground.scope.report('B208', node.span, { name: node.name.text, wanted: '1', found: 0 });
  if (argument.kind === 'name') {
    const slot = ground.scope.find(argument.name);
    if (slot === 'broken') return null;
    if (slot === undefined && !ground.entity?.columns.some((one) => one.name === argument.name)) {
      ground.scope.demand('source', { text: argument.name, span: argument.span });
      return null;
    }
  }
  const checked = ground.check(argument, ground);
  return checked && ground.scope.report('B205', argument.span, { found: checked.type.kind, wanted: 'source' });
}

/** mean(shortfall): over the judged metrics. */
function shortfallExpression(node: CallNode, ground: Ground): Expression | null {
  const [argument] = node.arguments;
  if (node.name.text !== 'mean' || argument?.kind !== 'name' || argument.name !== 'shortfall' || !ground.judged)
    return null;
  if (ground.entity?.columns.some((one) => one.name === 'shortfall')) return null;
  ground.scope.use(argument.span, { kind: 'judgement', owner: null, name: 'shortfall' });
  ground.scope.applies(node.span);
  return { kind: 'shortfall', metric: null, type: numberType(NUMBER), span: node.span };
}

function metricShortfall(node: CallNode, ground: Ground): Expression | null {
  const [argument] = node.arguments;
  if (argument?.kind !== 'name')
    return ground.scope.report('B208', node.span, { name: 'shortfall', wanted: '1', found: node.arguments.length });
  const metric = ground.scope.demand('metric', { text: argument.name, span: argument.span });
  ground.scope.applies(node.span);
  return metric && { kind: 'shortfall', metric: metric.name, type: numberType(NUMBER), span: node.span };
}

function standing(name: 'percent_rank' | 'cumulative_share', node: CallNode, ground: Ground): Expression | null {
  const [argument] = node.arguments;
  if (argument === undefined || node.arguments.length > 1) {
    return ground.scope.report('B208', node.span, { name, wanted: '1', found: node.arguments.length });
  }
  const of = ground.check(argument, ground);
  const within = node.within && ground.check(node.within, ground);
  if (of === null || (node.within && within === null)) return null;
  if (of.type.kind !== 'number' && of.type.kind !== 'date')
    return ground.scope.report('B205', of.span, { found: of.type.kind, wanted: 'number' });
  if (name === 'cumulative_share' && of.type.kind === 'date')
    return ground.scope.report('B205', of.span, { found: 'date', wanted: 'number' });
  const unit = name === 'percent_rank' ? NUMBER : PERCENT;
  return { kind: name, of, within, type: numberType(unit), span: node.span };
}

function functionExpression(name: FunctionName, node: CallNode, ground: Ground): Expression | null {
  const { scope } = ground;
  const [least, most] = FUNCTIONS[name];
  const count = node.arguments.length;
  if (count < least || count > most) {
    const wanted = least === most ? String(least) : `${least}${most === Infinity ? '+' : `–${most}`}`;
    return scope.report('B208', node.span, { name, wanted, found: count });
  }
  const checked = node.arguments.map((argument) => ground.check(argument, ground));
  const given = checked.flatMap((argument) => argument ?? []);
  if (given.length < count) return null;
  const [condition, ...values] = given;
  if (name === 'if' && condition) {
    if (condition.type.kind !== 'boolean')
      return scope.report('B205', condition.span, { found: condition.type.kind, wanted: 'condition' });
    const alike = sameType(values, ground);
    return alike && { kind: 'call', name, arguments: [condition, ...alike.values], type: alike.type, span: node.span };
  }
  const text = given.find((argument) => argument.type.kind !== 'number');
  if (text) return scope.report('B205', text.span, { found: text.type.kind, wanted: 'number' });
  if (name === 'sqrt' || name === 'ln') return pureFunction(name, given, node, ground);
  const together = name === 'round' ? given.slice(0, 1) : given;
  const alike = sameType(together, ground);
  return (
    alike && {
      kind: 'call',
      name,
      arguments: [...alike.values, ...given.slice(together.length)],
      type: alike.type,
      span: node.span,
    }
  );
}

function pureFunction(
  name: FunctionName,
  given: readonly Expression[],
  node: CallNode,
  ground: Ground,
): Expression | null {
  const dimensioned = given.find(
    (one) => one.type.kind === 'number' && !isPure(one.type.unit) && one.type.unit.kind !== 'count',
  );
  if (dimensioned)
    return ground.scope.report('B202', dimensioned.span, {
      left: describeType(dimensioned.type),
      right: describeType(numberType(NUMBER)),
    });
  return { kind: 'call', name, arguments: given, type: numberType(NUMBER), span: node.span };
}

/** Values that may stand for each other: one kind, one unit; constants take the unit of the rest. */
function sameType(
  values: readonly Expression[],
  { scope }: Ground,
): { values: readonly Expression[]; type: ValueType } | null {
  const type = values.map((value) => value.type).reduce(jointType);
  const odd = values.find((value) => !comparable(value.type, type));
  if (odd) return scope.report('B202', odd.span, { left: describeType(odd.type), right: describeType(type) });
  const fitted = values.flatMap((value) => fitTo(scope, value, type) ?? []);
  return fitted.length === values.length ? { values: fitted, type } : null;
}

function jointType(a: ValueType, b: ValueType): ValueType {
  if (a.kind !== 'number' || b.kind !== 'number') return a;
  const unit = sumUnit(a.unit, b.unit);
  return unit ? numberType(unit) : a;
}
