import type { Figure, FigureCondition, Model, PlanCondition, Unit } from '@benchbook/dsl';
import Big from 'big.js';
import { inUnit } from '../plan/units.js';
import { asNumber, holds, unitOf } from '../run/figures.js';
import type { Changes } from '../scenario/apply-scenario.js';
import { figureOfData } from './figure-of-data.js';
import type { Value, WhatIfs } from './what-ifs.js';

/** A condition on a figure, with the figure on the left, and a number or another figure on the right. */
export interface Goal {
  readonly left: Figure;
  readonly right: Figure;
  readonly operator: FigureCondition['operator'];
}

/** How a goal stands under some changes. */
export interface Outcome {
  readonly left: Value;
  readonly met: boolean | null;
  /** How far the figure is from what it is compared with; null where that cannot be told. */
  readonly gap: number | null;
}

/** @throws DataError for a goal about what only a plan comes to */
export function goalOf({ left, operator, right }: FigureCondition | PlanCondition, line: number, model: Model): Goal {
  const [one, other] = [left, right ?? left].map((figure) => figureOfData(figure, { line }, model));
  if (one === undefined || other === undefined) throw new Error('a goal without a figure');
  if (one.kind !== 'constant') return { left: one, operator, right: other };
  return { left: other, operator: FLIPPED[operator], right: one };
}

const FLIPPED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=', holds: 'holds' } as const;

function constantIn(figure: Extract<Figure, { kind: 'constant' }>, unit: Unit | null): Value {
  const { constant } = figure;
  if (constant.kind !== 'quantity') return null;
  return { numerator: inUnit(constant.quantity, unit ?? constant.quantity.unit), denominator: new Big(1) };
}

export async function outcomeOf(goal: Goal, changes: Changes, whatIfs: WhatIfs, signal: AbortSignal): Promise<Outcome> {
  const { left: one, right: other, operator } = goal;
  const figures = other.kind === 'constant' ? [one] : [one, other];
  const [left = null, right = null] = await whatIfs.figures(figures, changes, signal);
  const compared = other.kind === 'constant' ? constantIn(other, unitOf(one)) : right;
  if (left === null || compared === null) return { left, met: null, gap: null };
  return { left, met: holds(operator, left, compared), gap: Math.abs(asNumber(left) - asNumber(compared)) };
}
