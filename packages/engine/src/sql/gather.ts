import Big from 'big.js';
import { keyOf, type Constant, type DecisionTable, type Quantity } from '@benchbook/dsl';
import { decimals, inUnit, toBase, unitOfType } from '../plan/units.js';
import { firstOf } from './choose-row.js';
import { truthsOf } from './compile-condition.js';
import { compileConstant, type Numbers } from './compile-constant.js';
import { any, bound, call, cases, cast, isNull, literal, operator, sum, type SqlExpression } from './expression.js';
import { writtenConstant } from './written-constant.js';

type Table = DecisionTable<Constant | null>;

/** A value that a row adds to what is collected, if the row holds. */
interface Gift {
  readonly place: number;
  readonly holds: SqlExpression;
  readonly constant: Constant;
}

/**
 * What `collect` makes of one output of the rows that hold. It is unknown where an unknown row could change it: a sum by an amount that
 * is not 0, a largest value by a larger one, a count or a list by any value. Of no row at all the sum and the count are 0, the list is
 * empty, and there is no largest or smallest value.
 */
export function gather(table: Table, output: number, inputs: readonly SqlExpression[], scope: Numbers): SqlExpression {
  const gifts = giftsOf(table, output, inputs, scope);
  switch (table.gathering) {
    case 'sum':
      return total(table, output, gifts, scope);
    case 'min':
    case 'max':
      return furthest(table, output, gifts, scope);
    case 'count':
      return size(gifts);
    case 'list':
    case null:
      return unlessUnknown(gifts, listed(table, output, gifts));
  }
}

/** How many values there are in the list that a table collects. */
export function sizeOf(table: Table, output: number, inputs: readonly SqlExpression[], scope: Numbers): SqlExpression {
  return size(giftsOf(table, output, inputs, scope));
}

/** Whether a value is in the list that a table collects: true if a row that holds gives it, unknown if a row that may hold does. */
export function isGathered(
  table: Table,
  output: number,
  value: SqlExpression,
  inputs: readonly SqlExpression[],
  scope: Numbers,
): SqlExpression {
  const unit = unitOfType(table.outputs[output]?.cells ?? { kind: 'text' });
  return any(
    giftsOf(table, output, inputs, scope).map(({ holds, constant }) =>
      operator(holds, 'and', operator(value, '=', compileConstant(constant, unit, scope))),
    ),
  );
}

/** In the order in which the table prefers its rows. A `-` adds nothing. */
function giftsOf(table: Table, output: number, inputs: readonly SqlExpression[], scope: Numbers): readonly Gift[] {
  const truths = truthsOf(table, inputs, scope);
  return table.order.flatMap((place): Gift[] => {
    const constant = table.rows[place]?.outcomes[output] ?? null;
    const holds = truths[place];
    return constant === null || holds === undefined ? [] : [{ place, holds, constant }];
  });
}

function unlessUnknown(gifts: readonly Gift[], value: SqlExpression): SqlExpression {
  const open = gifts.filter(({ holds }) => holds.kind !== 'literal').map(({ holds }) => isNull(holds));
  return open.length === 0 ? value : cases([{ when: any(open), then: literal(null) }], value);
}

function size(gifts: readonly Gift[]): SqlExpression {
  return unlessUnknown(gifts, cast(sum(gifts.map(({ holds }) => cast(holds, 'INTEGER'))), 'BIGINT'));
}

/** Added in whole numbers and divided once, so that 0.1 and 0.2 are 0.3. */
function total(table: Table, output: number, gifts: readonly Gift[], scope: Numbers): SqlExpression {
  const amounts = gifts.flatMap((gift) => {
    const amount = gift.constant.kind === 'quantity' ? amountOf(table, output, gift.constant.quantity) : null;
    return amount === null || amount.eq(0) ? [] : [{ ...gift, amount }];
  });
  const digits = Math.max(0, ...amounts.map(({ amount }) => decimals(amount)));
  const scale = new Big(10).pow(digits);
  const most = amounts.reduce((all, { amount }) => all.plus(amount.abs()), new Big(0)).times(scale);
  // What outgrows whole numbers is added as it is.
  const [times, type] = digits <= 22 && most.lt(MOST) ? [scale, 'HUGEINT' as const] : [ONE, 'DOUBLE' as const];
  const added = sum(
    amounts.map(({ holds, amount }) =>
      cases([{ when: holds, then: scope.parameters.number(amount.times(times), type) }], cast(literal(0), type)),
    ),
  );
  const value = operator(cast(added, 'DOUBLE'), '/', scope.parameters.number(times, 'DOUBLE'));
  return unlessUnknown(amounts, value);
}

const ONE = new Big(1);
const MOST = new Big('1e37');

function amountOf(table: Table, output: number, quantity: Quantity): Big {
  const unit = unitOfType(table.outputs[output]?.cells ?? { kind: 'text' });
  return unit === null ? toBase(quantity) : inUnit(quantity, unit);
}

/** The largest (or smallest) value is the first that holds, from the largest down. */
function furthest(table: Table, output: number, gifts: readonly Gift[], scope: Numbers): SqlExpression {
  const sign = table.gathering === 'max' ? -1 : 1;
  const sorted = gifts.toSorted((a, b) => sign * compareConstants(a.constant, b.constant));
  const row = firstOf(sorted.map(({ place, holds, constant }) => ({ place, holds, gives: orderedKey(constant) })));
  const unit = unitOfType(table.outputs[output]?.cells ?? { kind: 'text' });
  return bound('let:row', row, (found) =>
    cases(
      gifts.map(({ place, constant }) => ({
        when: operator(found, '=', literal(place + 1)),
        then: compileConstant(constant, unit, scope),
      })),
    ),
  );
}

function compareConstants(a: Constant, b: Constant): number {
  if (a.kind === 'quantity' && b.kind === 'quantity') return toBase(a.quantity).cmp(toBase(b.quantity));
  return a.kind === 'date' && b.kind === 'date' ? a.iso.localeCompare(b.iso) : 0;
}

const orderedKey = (constant: Constant): string =>
  constant.kind === 'quantity' ? toBase(constant.quantity).toFixed() : keyOf(constant);

/** As a text for readers, a comma between the values: `KYC, sanctions`. */
function listed(table: Table, output: number, gifts: readonly Gift[]): SqlExpression {
  if (gifts.length === 0) return literal('');
  const cells = table.outputs[output]?.cells ?? ({ kind: 'text' } as const);
  return call(
    'concat_ws',
    literal(', '),
    ...gifts.map(({ holds, constant }) => cases([{ when: holds, then: literal(writtenConstant(constant, cells)) }])),
  );
}
