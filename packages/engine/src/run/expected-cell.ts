import type { Constant, ExpectedCell } from '@benchbook/dsl';
import type { Cell } from '../database/database.js';
import { toBase } from '../plan/units.js';
import { display, NUMBER, plainText, unitOf } from './report/formatting.js';

type Expected = Pick<ExpectedCell, 'text' | 'constant'>;

/** Whether a value is what a test expects. A number is compared at the digits it is written with: 14.56% is any value that prints so. */
export function matches(actual: Cell, { text, constant }: Expected): boolean {
  if (constant === null) return actual === null;
  if (actual === null) return false;
  switch (constant.kind) {
    case 'quantity':
      return typeof actual === 'number' && sameDigits(actual, text, constant);
    case 'text':
      return actual === constant.text;
    case 'date':
      return actual === constant.iso;
    case 'boolean':
      return actual === constant.value;
  }
}

function sameDigits(actual: number, text: string, constant: Extract<Constant, { kind: 'quantity' }>): boolean {
  const expected = toBase(constant.quantity).toNumber();
  const tolerance = lastDigit(text, constant) / 2;
  // Half a unit of the last digit, with room for the bits that a decimal cannot have.
  return Math.abs(actual - expected) <= tolerance * (1 + 1e-9);
}

/** What one in the last digit of a number as written is worth: 0.0001 for 14.56%, 1 for 1_339. */
function lastDigit(text: string, { quantity }: Extract<Constant, { kind: 'quantity' }>): number {
  const decimals = /\.(\d+)/.exec(text.replaceAll('_', ''))?.[1]?.length ?? 0;
  const shown = Number(/[\d_,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(/[_,]/g, '') ?? '1');
  const ofZero = quantity.unit.kind === 'percent' ? 0.01 : 1;
  const worth = shown === 0 ? ofZero : toBase(quantity).toNumber() / shown;
  return Math.abs(worth) * 10 ** -decimals;
}

/** A value as a failing test shows it. */
export function shownValue(actual: Cell, cell: ExpectedCell): string {
  if (actual === null) return 'unknown';
  if (typeof actual !== 'number') return plainText(actual);
  const unit = cell.expression.type.kind === 'number' ? unitOf(cell.expression) : NUMBER;
  return display(actual, unit, decimalsOf(cell.text) + 2);
}

function decimalsOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
