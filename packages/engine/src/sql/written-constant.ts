import type { Constant, Quantity, ValueType } from '@benchbook/dsl';
import { inUnit, unitOfType } from '../plan/units.js';

/** A value as a list shows it, every digit of it: `KYC`, `2025-01-31`, `12.5%`, `5000 CNY`. */
export function writtenConstant(constant: Constant, type: ValueType): string {
  switch (constant.kind) {
    case 'text':
      return constant.text;
    case 'date':
      return constant.iso;
    case 'boolean':
      return constant.value ? 'yes' : 'no';
    case 'quantity':
      return writtenQuantity(constant.quantity, type);
  }
}

function writtenQuantity(quantity: Quantity, type: ValueType): string {
  const unit = unitOfType(type) ?? quantity.unit;
  const value = inUnit(quantity, unit);
  if (unit.kind === 'percent') return `${value.times(100).toFixed()}%`;
  return unit.kind === 'money' || unit.kind === 'duration' ? `${value.toFixed()} ${unit.text}` : value.toFixed();
}
