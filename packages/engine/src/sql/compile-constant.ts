import type { Constant, Range, TextMatch, Unit } from '@benchbook/dsl';
import { all, any, call, cast, literal, operator, type SqlExpression } from './expression.js';
import type { ParameterSheet } from './parameters.js';

/** Where a statement's numbers go. */
export interface Numbers {
  readonly parameters: ParameterSheet;
}

/** A constant; `unit` is that of what it is compared with or stands for, null for base units. */
export function compileConstant(constant: Constant, unit: Unit | null, scope: Numbers): SqlExpression {
  switch (constant.kind) {
    case 'quantity':
      return scope.parameters.quantity(constant.quantity, unit);
    case 'text':
      return literal(constant.text);
    case 'date':
      return cast(literal(constant.iso), 'DATE');
    case 'boolean':
      return literal(constant.value);
  }
}

export function compileRange(value: SqlExpression, range: Range, unit: Unit | null, scope: Numbers): SqlExpression {
  const ends: SqlExpression[] = [];
  if (range.low) ends.push(operator(value, range.lowIncluded ? '>=' : '>', compileConstant(range.low, unit, scope)));
  if (range.high) ends.push(operator(value, range.highIncluded ? '<=' : '<', compileConstant(range.high, unit, scope)));
  return all(ends);
}

export function compileMatch(value: SqlExpression, how: TextMatch, texts: readonly string[]): SqlExpression {
  const folded = call('lower', value);
  return any(
    texts.map((text) => {
      const sought = text.toLowerCase();
      if (how === 'word') return call('regexp_matches', folded, literal(wholeWord(sought)));
      const name = { contains: 'contains', starts: 'starts_with', ends: 'ends_with' }[how];
      return call(name, folded, literal(sought));
    }),
  );
}

/** A pattern for a text with no letter or digit on either side. */
function wholeWord(text: string): string {
  const edge = '[^\\p{L}\\p{N}]';
  return `(^|${edge})${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}($|${edge})`;
}
