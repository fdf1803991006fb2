import type { Constant } from './expression.js';

/** A text that is the same for two constants of one type exactly when they are the same value. */
export function keyOf(constant: Constant): string {
  switch (constant.kind) {
    case 'quantity':
      return constant.quantity.value.toString();
    case 'text':
      return constant.text;
    case 'date':
      return constant.iso;
    case 'boolean':
      return String(constant.value);
  }
}
