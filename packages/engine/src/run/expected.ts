import type { Constant, ExpectedCell, Unit } from '@benchbook/dsl';
import type { Cell } from '../database/database.js';
import { factor, unitOfType } from '../plan/units.js';
import { display, NUMBER, plainText } from './report/formatting.js';

/** Whether a value is what a test expects; a cell that expects nothing expects the unknown. */
export function matches(actual: Cell, { constant, digits, expression }: ExpectedCell): boolean {
  if (constant === null) return actual === null;
  if (actual === null) return false;
  switch (constant.kind) {
    case 'quantity':
      return typeof actual === 'number' && sameNumber(actual, constant, digits, unitOfType(expression.type));
    case 'text':
      return actual === constant.text;
    case 'date':
      return actual === constant.iso;
    case 'boolean':
      return actual === constant.value;
  }
}

/** Compared at the digits a number is written with, in the unit it is written in: 14.56% is any value that prints so. */
export function sameNumber(
  actual: number,
  { quantity }: Extract<Constant, { kind: 'quantity' }>,
  digits: number | null,
  unit: Unit | null,
): boolean {
  const times = factor(unit ?? quantity.unit, quantity.unit).toNumber();
  const print = (value: number): string => display(value, quantity.unit, digits ?? 0);
  return print(actual * times) === print(quantity.value.toNumber());
}

/** A value as a failing test shows it: with two digits more than were asked for, so that a difference can be seen. */
export function shownValue(actual: Cell, { digits, expression }: Pick<ExpectedCell, 'digits' | 'expression'>): string {
  if (actual === null) return 'unknown';
  if (typeof actual !== 'number') return plainText(actual);
  return display(actual, unitOfType(expression.type) ?? NUMBER, (digits ?? 0) + 2);
}
