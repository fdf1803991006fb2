import type { Constant, DecisionTable, Expression, Unit } from '@benchbook/dsl';
import type Big from 'big.js';
import { base, factor, unitOfType } from '../plan/units.js';
import {
  all,
  call,
  cases,
  cast,
  isIn,
  isKnown,
  isNull,
  literal,
  not,
  operator,
  type SqlExpression,
  type SqlOperator,
} from './expression.js';
import { compileConstant, compileMatch, compileRange, type Numbers } from './compile-constant.js';
import { truthsOf } from './compile-condition.js';
import { compileElapsed, shiftedDate } from './compile-dates.js';
import { chooseRow } from './choose-row.js';
import { answerOf, givenBy } from './compile-table.js';
import { isGathered, sizeOf } from './gather.js';

/** The kinds of expression whose meaning depends on the stage that reads them. */
export type Leaf = Extract<
  Expression,
  {
    kind: 'column' | 'given' | 'output' | 'judgement' | 'shortfall' | 'aggregate' | 'percent_rank' | 'cumulative_share';
  }
>;
type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>;
type LookupExpression = Extract<Expression, { kind: 'lookup' }>;

/** What an expression stands in: where its leaves come from and where its numbers go. */
export interface Scope extends Numbers {
  leaf(leaf: Leaf): SqlExpression;
  /** The decision table that a `lookup` names. */
  table(name: string): DecisionTable<Constant | null>;
}

const COMPARISONS: Readonly<Record<string, SqlOperator>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Compiles a checked expression. Comparisons are three-valued, as SQL's are: NULL is unknown. */
export function compile(expression: Expression, scope: Scope): SqlExpression {
  const inner = (part: Expression): SqlExpression => compile(part, scope);
  switch (expression.kind) {
    case 'constant':
      return compileConstant(expression.constant, unitOfType(expression.type), scope);
    case 'list':
      throw new Error('a list stands only behind `in`');
    case 'arithmetic':
      return compileArithmetic(expression, scope);
    case 'negate':
      return operator(literal(0), '-', inner(expression.of));
    case 'compare': {
      const unit = unitOfType((expression.left.kind === 'constant' ? expression.right : expression.left).type);
      return operator(
        compileIn(expression.left, unit, scope),
        COMPARISONS[expression.operator] ?? '=',
        compileIn(expression.right, unit, scope),
      );
    }
    case 'within':
      return compileRange(inner(expression.value), expression.range, unitOfType(expression.value.type), scope);
    case 'in': {
      if (expression.list.kind === 'lookup') {
        const { table, inputs, output } = lookedUp(expression.list, scope);
        const value = compileIn(
          expression.value,
          unitOfType(table.outputs[output]?.cells ?? expression.value.type),
          scope,
        );
        const found = isGathered(table, output, value, inputs, scope);
        return expression.negated ? not(found) : found;
      }
      const list = compileList(expression.list, unitOfType(expression.value.type), scope);
      const found = list.length === 0 ? literal(false) : isIn(inner(expression.value), list);
      return expression.negated ? not(found) : found;
    }
    case 'match':
      return compileMatch(inner(expression.value), expression.how, expression.texts);
    case 'missing':
      return expression.negated ? isKnown(inner(expression.value)) : isNull(inner(expression.value));
    case 'and':
    case 'or':
      return operator(inner(expression.left), expression.kind, inner(expression.right));
    case 'not':
      return not(inner(expression.of));
    case 'call':
      return compileCall(
        expression.name,
        expression.arguments.map((argument, index) =>
          // The digits to round to are a plain number, whatever is rounded.
          compileIn(argument, expression.name === 'round' && index > 0 ? null : unitOfType(expression.type), scope),
        ),
      );
    case 'elapsed':
      return compileElapsed(expression.unit, inner(expression.since), inner(expression.until));
    case 'lookup': {
      const { table, inputs, output } = lookedUp(expression, scope);
      return answerOf(table, output, inputs, scope);
    }
    case 'size': {
      const { table, inputs, output } = lookedUp(expression.of, scope);
      return sizeOf(table, output, inputs, scope);
    }
    default:
      return scope.leaf(expression);
  }
}

function compileList(list: Expression, unit: Unit | null, scope: Scope): readonly SqlExpression[] {
  if (list.kind !== 'list') throw new Error('only a list stands behind `in`');
  return list.items.map((item) => compileConstant(item, unit, scope));
}

/** The value in a unit of its dimension; null for what has none. */
export function compileIn(expression: Expression, unit: Unit | null, scope: Scope): SqlExpression {
  const own = unitOfType(expression.type);
  if (unit === null || own === null) return compile(expression, scope);
  if (expression.kind === 'constant') return compileConstant(expression.constant, unit, scope);
  return scaled(compile(expression, scope), factor(own, unit), factor(unit, own), scope);
}

/** A value times a factor; where the factor is no whole number it is divided by its inverse, so that 590,000 is exactly 59 万. */
function scaled(value: SqlExpression, times: Big, inverse: Big, scope: Scope): SqlExpression {
  if (times.eq(1)) return value;
  return times.gt(1)
    ? operator(asDouble(value), '*', scope.parameters.number(times, 'DOUBLE'))
    : operator(asDouble(value), '/', scope.parameters.number(inverse, 'DOUBLE'));
}

/** The value in base units, in which arithmetic is done. */
export function compileInBase(expression: Expression, scope: Scope): SqlExpression {
  const own = unitOfType(expression.type);
  return compileIn(expression, own === null ? null : base(own), scope);
}

/** In base units. Money is added in decimals; everything else is computed in doubles, in the order written. */
function compileArithmetic(expression: Arithmetic, scope: Scope): SqlExpression {
  if (expression.left.type.kind === 'date') return compileDates(expression, scope);
  const left = compileInBase(expression.left, scope);
  const right = compileInBase(expression.right, scope);
  if (expression.operator === '/') return divide(asDouble(left), asDouble(right));
  return isDecimal(expression)
    ? operator(cast(left, WIDE), expression.operator, cast(right, WIDE))
    : operator(asDouble(left), expression.operator, asDouble(right));
}

/** A date less a date in days; a date and a time in whole days or months, the end of a shorter month standing for the days it lacks. */
function compileDates({ left, operator: op, right }: Arithmetic, scope: Scope): SqlExpression {
  const [from, other] = [compile(left, scope), compileInBase(right, scope)];
  if (right.type.kind !== 'number') return compileElapsed('days', other, from);
  const isDays = 'days' in right.type.unit.dimension;
  return shiftedDate(from, op, isDays ? 'days' : 'months', call('floor', asDouble(other)));
}

/** Money with room for sums of what a money column holds. */
const WIDE = 'DECIMAL(38,4)';

/** Division that answers NULL, not infinity, for a zero denominator. */
export function divide(numerator: SqlExpression, denominator: SqlExpression): SqlExpression {
  return operator(numerator, '/', call('nullif', denominator, literal(0)));
}

export function asDouble(expression: SqlExpression): SqlExpression {
  const isDouble = (expression.kind === 'parameter' || expression.kind === 'cast') && expression.type === 'DOUBLE';
  return isDouble ? expression : cast(expression, 'DOUBLE');
}

/** Whether a value is money as it was read, or sums of it: decimals, where everything else is a double. */
export function isDecimal(expression: Expression): boolean {
  const isMoney = expression.type.kind === 'number' && expression.type.unit.kind === 'money';
  if (!isMoney) return false;
  switch (expression.kind) {
    case 'column':
    case 'constant':
      return true;
    case 'aggregate':
      return (
        (expression.name === 'sum' || expression.name === 'min' || expression.name === 'max') &&
        expression.value !== null &&
        isDecimal(expression.value)
      );
    case 'negate':
      return isDecimal(expression.of);
    case 'arithmetic':
      return (
        (expression.operator === '+' || expression.operator === '-') &&
        isDecimal(expression.left) &&
        isDecimal(expression.right)
      );
    default:
      return false;
  }
}

function compileCall(
  name: Extract<Expression, { kind: 'call' }>['name'],
  args: readonly SqlExpression[],
): SqlExpression {
  const [first = literal(null), second = literal(null), third = literal(null)] = args;
  switch (name) {
    case 'abs':
    case 'floor':
    case 'ceil':
      return call(name, first);
    case 'sqrt':
      return cases([{ when: operator(first, '>=', literal(0)), then: call('sqrt', first) }]);
    case 'ln':
      return cases([{ when: operator(first, '>', literal(0)), then: call('ln', first) }]);
    case 'round':
      return args.length > 1 ? call('round', asDouble(first), cast(second, 'INTEGER')) : call('round', asDouble(first));
    case 'min':
      return ifAllKnown(args, call('least', ...args));
    case 'max':
      return ifAllKnown(args, call('greatest', ...args));
    case 'clamp':
      return ifAllKnown(args, call('least', call('greatest', first, second), third));
    case 'if':
      return cases([
        { when: first, then: second },
        { when: not(first), then: third },
      ]);
  }
}

/** LEAST and GREATEST pass over NULLs; an unknown argument makes ours unknown. */
function ifAllKnown(args: readonly SqlExpression[], value: SqlExpression): SqlExpression {
  return cases([{ when: all(args.map(isKnown)), then: value }]);
}

/** What a `table` or `context` is asked: by its arguments, or by its inputs' own names; and for which of its outputs. */
function lookedUp(
  lookup: LookupExpression,
  scope: Scope,
): {
  readonly table: DecisionTable<Constant | null>;
  readonly inputs: readonly SqlExpression[];
  readonly output: number;
} {
  const table = scope.table(lookup.table);
  const inputs = table.inputs.map((input, index) =>
    compileIn(lookup.arguments[index] ?? input.expression, unitOfType(input.expression.type), scope),
  );
  const output = table.outputs.findIndex((candidate) => candidate.name === lookup.output);
  return { table, inputs, output: Math.max(0, output) };
}

/** The 1-based row that answers a lookup; where several answer together, each of them, NULL for one that does not hold. */
export function lookupRows(lookup: LookupExpression, scope: Scope): readonly SqlExpression[] {
  const { table, inputs, output } = lookedUp(lookup, scope);
  if (table.hit !== 'collect') return [chooseRow(table, inputs, scope, givenBy(table, output))];
  return truthsOf(table, inputs, scope).map((holds, index) => cases([{ when: holds, then: literal(index + 1) }]));
}
