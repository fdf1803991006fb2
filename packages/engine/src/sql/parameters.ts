import type Big from 'big.js';
import type { Quantity, Unit } from '@benchbook/dsl';
import { inUnit, toBase } from '../plan/units.js';
import { cast, literal, parameter, type SqlExpression, type SqlType } from './expression.js';

/** A value bound to a parameter of a prepared statement; decimals travel as text, so that no digit is lost. */
export type ParameterValue = number | bigint | string | boolean | null;

/**
 * Collects the numbers of a statement. They reach the SQL as parameters, never as text: the same rulebook with other
 * numbers is the same statement, prepared once.
 */
export class ParameterSheet {
  readonly #values: Record<string, ParameterValue> = {};
  readonly #named = new Map<string, SqlExpression>();
  #count = 0;

  /** What each parameter is bound to, by its name in the SQL. */
  get values(): Readonly<Record<string, ParameterValue>> {
    return this.#values;
  }

  /**
   * A number of the rulebook, typed by what it measures, in the unit of what it meets; in base units when it meets nothing. A
   * number with a path is one parameter, however often it is read. (The two sides of an edge between whole numbers have
   * one path and are two numbers: 50 and 51.)
   */
  quantity(quantity: Quantity, unit: Unit | null): SqlExpression {
    const value = unit === null ? toBase(quantity) : inUnit(quantity, unit);
    const { path } = quantity;
    if (path === null) return this.#typed(quantity, value);
    const name = `${path} ${unit?.text ?? ''} ${value.toFixed()}`;
    const known = this.#named.get(name) ?? this.#typed(quantity, value);
    this.#named.set(name, known);
    return known;
  }

  #typed(quantity: Quantity, value: Big): SqlExpression {
    if (quantity.unit.kind === 'money') return this.add(value.toFixed(), fitsMoney(value) ? 'DECIMAL(18,4)' : 'DOUBLE');
    return this.number(value, isWhole(value) && quantity.unit.kind !== 'percent' ? 'BIGINT' : 'DOUBLE');
  }

  number(value: Big, type: 'BIGINT' | 'DOUBLE' | 'HUGEINT'): SqlExpression {
    return this.add(type === 'DOUBLE' ? value.toNumber() : BigInt(value.toFixed(0)), type);
  }

  add(value: ParameterValue, type: SqlType): SqlExpression {
    this.#count += 1;
    const name = `p${this.#count}`;
    this.#values[name] = value;
    return parameter(name, type);
  }
}

/** Writes numbers into the statement: for views, which outlive the statement that makes them and take no parameters. */
export class InlineNumbers extends ParameterSheet {
  override add(value: ParameterValue, type: SqlType): SqlExpression {
    return cast(literal(value), type);
  }
}

function isWhole(value: Big): boolean {
  return value.abs().lt(2 ** 53) && value.round(0, 0).eq(value);
}

/** Whether a DECIMAL(18,4) holds it exactly. */
function fitsMoney(value: Big): boolean {
  return value.abs().lt(1e14) && value.round(4, 0).eq(value);
}
