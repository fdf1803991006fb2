import type { ParameterValue } from '../sql/parameters.js';
import type { SqlExpression, SqlOperator } from '../sql/expression.js';

/** A value of an expression; null is SQL's NULL. Whole numbers are exact: what a double does not hold is refused. */
export type Scalar = number | string | boolean | null;

/** What an expression stands in. */
export interface Ground {
  /** Undefined: there is no such column here. */
  column(name: string): Scalar | undefined;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** Thrown for what has no exact meaning here. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

type Of<Kind extends SqlExpression['kind']> = Extract<SqlExpression, { kind: Kind }>;

/**
 * What the database would make of an expression, in three-valued logic. The kernel has no meaning of its own for any rule: it evaluates
 * the very trees that the SQL is printed from.
 *
 * @throws NotHere for what is not needed to judge (windows, dates, texts in motion) or does not fit a double
 */
export function evaluate(expression: SqlExpression, ground: Ground): Scalar {
  switch (expression.kind) {
    case 'column':
      return columnOf(expression, ground);
    case 'parameter':
      return scalarOf(ground.parameters[expression.name]);
    case 'literal':
      return scalarOf(expression.value);
    case 'operator':
      return operated(expression, ground);
    case 'not':
      return negated(evaluate(expression.of, ground));
    case 'isNull':
      return (evaluate(expression.of, ground) === null) !== expression.negated;
    case 'in':
      return isAmong(expression, ground);
    case 'case': {
      const taken = expression.branches.find(({ when }) => evaluate(when, ground) === true)?.then;
      const branch = taken ?? expression.otherwise;
      return branch === null ? null : evaluate(branch, ground);
    }
    case 'cast':
      return converted(expression, ground);
    case 'call':
      return called(expression, ground);
    case 'let': {
      const { name, value, body } = expression;
      const bound = evaluate(value, ground);
      return evaluate(body, { ...ground, column: (asked) => (asked === name ? bound : ground.column(asked)) });
    }
    case 'aggregate':
    case 'window':
      throw new NotHere(expression.kind);
  }
}

function columnOf({ name }: Of<'column'>, ground: Ground): Scalar {
  const found = ground.column(name);
  if (found === undefined) throw new NotHere(name);
  return found;
}

function scalarOf(value: ParameterValue | undefined): Scalar {
  if (value === undefined) throw new NotHere('a parameter without a value');
  if (typeof value !== 'bigint') return value;
  return exact(Number(value));
}

/** Whole numbers beyond 2^53 would be rounded. */
function exact(value: number): number {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new NotHere('a number too large');
  return value;
}

function negated(value: Scalar): boolean | null {
  return value === null ? null : value !== true;
}

function operated({ operator, left, right }: Of<'operator'>, ground: Ground): Scalar {
  const one = evaluate(left, ground);
  if (operator === 'and') return one === false ? false : both(one, evaluate(right, ground));
  if (operator === 'or') return one === true ? true : negated(both(negated(one), negated(evaluate(right, ground))));
  const other = evaluate(right, ground);
  if (operator === 'is not distinct from') return one === other;
  return one === null || other === null ? null : computed(operator, one, other);
}

function both(one: Scalar, other: Scalar): boolean | null {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

function computed(operator: SqlOperator, one: Exclude<Scalar, null>, other: Exclude<Scalar, null>): Scalar {
  if (operator === '=') return one === other;
  if (operator === '<>') return one !== other;
  if (typeof one !== 'number' || typeof other !== 'number') throw new NotHere(`${operator} of what is no number`);
  switch (operator) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    case '+':
      return exact(one + other);
    case '-':
      return exact(one - other);
    case '*':
      return exact(one * other);
    case '/':
      return one / other;
    default:
      throw new NotHere(operator);
  }
}

function isAmong({ of, values }: Of<'in'>, ground: Ground): boolean | null {
  const sought = evaluate(of, ground);
  if (sought === null) return null;
  const among = values.map((value) => evaluate(value, ground));
  if (among.includes(sought)) return true;
  return among.includes(null) ? null : false;
}

const WHOLE: ReadonlySet<string> = new Set(['UTINYINT', 'USMALLINT', 'INTEGER', 'BIGINT']);

function converted({ of, type }: Of<'cast'>, ground: Ground): Scalar {
  const value = evaluate(of, ground);
  if (value === null || type === 'VARCHAR' || type === 'BOOLEAN') {
    if (typeof value === 'number') throw new NotHere(type);
    return value;
  }
  if (typeof value === 'string') throw new NotHere(type);
  const number = Number(value);
  if (type !== 'DOUBLE' && !(WHOLE.has(type) && Number.isInteger(number))) throw new NotHere(type);
  return number;
}

function called({ name, arguments: args }: Of<'call'>, ground: Ground): Scalar {
  const values = args.map((argument) => evaluate(argument, ground));
  const known = values.filter((value) => value !== null);
  switch (name) {
    case 'coalesce':
      return known[0] ?? null;
    case 'greatest':
    case 'least': {
      const numbers = known.filter((value) => typeof value === 'number');
      if (numbers.length < known.length) throw new NotHere(name);
      return numbers.length === 0 ? null : Math[name === 'least' ? 'min' : 'max'](...numbers);
    }
    case 'nullif':
      return values[0] === values[1] ? null : (values[0] ?? null);
    default:
      throw new NotHere(name);
  }
}
