import { moneyUnit, type Flow, type Projection } from '@benchbook/dsl';
import type { Clash } from '../../../planning-types.js';
import { shownMoney } from '../shown.js';
import type { Worked } from '../worked.js';
import { statement } from './stated.js';

/** Flows that accrue an amount of which it is not said for what time it is: it is taken for a year's, and could be a month's. */
export function withoutTime(models: readonly Projection[], worked: Worked): readonly Clash[] {
  return models.flatMap((projection) =>
    projection.flows.flatMap((flow) => (lacksTime(flow) ? [clashOf(projection, flow, worked)] : [])),
  );
}

function lacksTime({ amount, timing }: Flow): boolean {
  if (timing.kind !== 'rate' || amount.type.kind !== 'number') return false;
  return moneyUnit(amount.type.unit)?.perTime === false;
}

function clashOf({ currency }: Projection, flow: Flow, worked: Worked): Clash {
  const amount = worked.number(flow.amount, worked.done);
  const money = (value: number): string => shownMoney(value, currency).display;
  return {
    kind: 'ambiguous',
    reason: 'money without a time',
    statements: [statement(worked.model, flow)],
    arithmetic: Number.isFinite(amount)
      ? [`${money(amount)} ÷ 12 = ${money(amount / 12)}`, `${money(amount)} × 12 = ${money(amount * 12)}`]
      : [],
    ways: [],
  };
}
