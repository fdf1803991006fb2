import type { Moment } from '../../model/planning/time.js';
import { NUMBER } from '../../model/units.js';
import type { MomentNode } from '../../syntax/planning-nodes.js';
import { dateConstant } from '../constants.js';
import { fit } from '../quantities.js';
import type { Scope } from '../scope.js';
import { estimate, refuse } from './estimates.js';
import type { Fitting } from './estimates.js';

/** Periods count from 1. */
const asPeriod: Fitting = (scope, quantity) => {
  const fitted = fit(scope, quantity, NUMBER, scope.text(quantity.span));
  if (fitted === null || (fitted.value.gte(1) && fitted.value.round(0).eq(fitted.value))) return fitted;
  return refuse(scope, quantity.span, { en: 'a whole number, counted from 1', zh: '从 1 数起的整数' });
};

/** A point in the plan's time; its number is named by the path. */
export function momentOf(scope: Scope, node: MomentNode, path: string): Moment | null {
  switch (node.kind) {
    case 'period': {
      const number = estimate(scope, node.number, path, asPeriod);
      return number && { kind: 'period', unit: node.unit === 'month' ? 'months' : 'years', number };
    }
    case 'day': {
      const date = dateConstant(scope, node.date.text, node.date.span);
      return date?.kind === 'date' ? { kind: 'date', iso: date.iso } : null;
    }
    case 'phase': {
      const phase = scope.demand('phase', node.phase);
      return phase && { kind: 'phase', phase: phase.name };
    }
    case 'start':
    case 'end':
      return { kind: node.kind };
  }
}

/** The same number of months, where both are said in periods; else dates are compared. Null: there is no telling. */
export function isBefore(a: Moment, b: Moment): boolean | null {
  if (a.kind === 'date' && b.kind === 'date') return a.iso < b.iso;
  const [left, right] = [firstMonth(a), firstMonth(b)];
  return left === null || right === null ? null : left < right;
}

/** The first month of a period, counted from 1; null for dates and phases. */
export function firstMonth(moment: Moment): number | null {
  if (moment.kind === 'start') return 0;
  if (moment.kind !== 'period') return null;
  const number = moment.number.value.toNumber();
  return moment.unit === 'months' ? number : (number - 1) * 12 + 1;
}

/** The last month of a period. */
export function lastMonth(moment: Moment): number | null {
  if (moment.kind !== 'period') return null;
  const number = moment.number.value.toNumber();
  return moment.unit === 'months' ? number : number * 12;
}
