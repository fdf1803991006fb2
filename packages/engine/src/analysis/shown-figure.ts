import { formatNumber, writtenNumber, type Figure, type Unit } from '@benchbook/dsl';
import type Big from 'big.js';
import { asNumber, unitOf } from '../run/figures.js';
import { display, NUMBER } from '../run/report/formatting.js';
import type { FigureAt, PointAt } from '../analysis-types.js';
import type { Value } from './what-ifs.js';

/** A figure as reports write it. */
export function shownFigure(figure: Figure, value: Value): FigureAt {
  const unit = unitOf(figure) ?? NUMBER;
  const number = value === null ? null : asNumber(value);
  const isWhole = number === null || (unit.kind === 'count' && Number.isInteger(number));
  return { value: number, display: isWhole ? display(number, unit) : formatNumber(number, unit) };
}

/** A number as it would be written in a rulebook. */
export const shownPoint = (value: Big, unit: Unit): PointAt => ({
  value: value.toNumber(),
  display: writtenNumber(value, unit),
});
