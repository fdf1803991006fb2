import type { ColumnType } from '@benchbook/dsl';
import { call, cases, cast, isIn, literal, operator, type SqlExpression, tryCast } from '../sql/expression.js';
import { readText } from './read-text.js';
import {
  asItIs,
  hundredth,
  moneyDecimals,
  onlyIf,
  type Reading,
  settleCount,
  settleMoney,
  settleNumber,
} from './reading.js';

type Family = 'text' | 'whole' | 'decimal' | 'float' | 'date' | 'moment' | 'boolean' | 'other';

const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/^(VARCHAR|ENUM)/, 'text'],
  [/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'whole'],
  [/^DECIMAL/, 'decimal'],
  [/^(DOUBLE|FLOAT)$/, 'float'],
  [/^DATE$/, 'date'],
  [/^TIMESTAMP/, 'moment'],
  [/^BOOLEAN$/, 'boolean'],
];

/** @param type the database's name of a file column's type */
export function familyOf(type: string): Family {
  return FAMILIES.find(([name]) => name.test(type))?.[1] ?? 'other';
}

/** How each type is read from a file that has types of its own; null when it cannot be. */
export function readTyped(type: ColumnType, from: Family): Reading | null {
  if (from === 'text') return readText(type);
  switch (type.kind) {
    case 'text':
      return toText(from);
    case 'count':
      return isNumeric(from) ? { parse: asItIs, settle: settleCount } : null;
    case 'number':
      return isNumeric(from) ? { parse: toDouble, settle: settleNumber } : null;
    case 'percent':
      return isNumeric(from) ? { parse: type.inPoints ? toHundredth : toDouble, settle: settleNumber } : null;
    case 'money':
      return isNumeric(from) ? { parse: toMoney(type, from), settle: settleMoney(type) } : null;
    case 'date':
      return from === 'date' || from === 'moment' ? { parse: (value) => cast(value, 'DATE'), settle: asItIs } : null;
    case 'boolean':
      return toTruth(from);
  }
}

function isNumeric(from: Family): boolean {
  return from === 'whole' || from === 'decimal' || from === 'float';
}

/** A key that a tool wrote as 123.0 is the key 123. */
function toText(from: Family): Reading | null {
  if (from === 'other') return null;
  const plain = (value: SqlExpression): SqlExpression => cast(value, 'VARCHAR');
  const whole = (value: SqlExpression): SqlExpression =>
    cases([{ when: operator(value, '=', call('floor', value)), then: plain(tryCast(value, 'HUGEINT')) }], plain(value));
  return { parse: from === 'float' ? whole : plain, settle: asItIs };
}

function toDouble(value: SqlExpression): SqlExpression {
  return cast(value, 'DOUBLE');
}

function toHundredth(value: SqlExpression): SqlExpression {
  return hundredth(cast(toDouble(value), 'VARCHAR'));
}

/** Floating amounts are rounded to the decimals that are kept; exact ones must fit. */
function toMoney(type: ColumnType & { kind: 'money' }, from: Family): (value: SqlExpression) => SqlExpression {
  const sized = (value: SqlExpression): SqlExpression => tryCast(value, `DECIMAL(18,${moneyDecimals(type)})`);
  return from === 'decimal' ? (value) => onlyIf(operator(sized(value), '=', value), sized(value)) : sized;
}

function toTruth(from: Family): Reading | null {
  if (from === 'boolean') return { parse: asItIs, settle: asItIs };
  if (from !== 'whole') return null;
  return {
    parse: (value) => onlyIf(isIn(value, [literal(0), literal(1)]), operator(value, '=', literal(1))),
    settle: asItIs,
  };
}
