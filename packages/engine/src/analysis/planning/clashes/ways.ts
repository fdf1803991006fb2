import Big from 'big.js';
import { writtenNumber, type NamedNumber, type PlanCondition } from '@benchbook/dsl';
import type { ClashWay } from '../../../planning-types.js';
import { compares } from '../meets.js';
import type { Worked } from '../worked.js';
import { nearest } from './nearest.js';
import type { Stated } from './stated.js';

/** More ways than these help nobody. */
const MOST = 5;

/** The numbers that a plan reads, any one of which would make a condition hold, at the value nearest to what it is. */
export function waysTo(condition: PlanCondition, stated: Stated): readonly ClashWay[] {
  return stated.numbers
    .flatMap((number) => way(condition, number, stated) ?? [])
    .sort((one, other) => one.change - other.change)
    .slice(0, MOST)
    .map(({ path, from, to }) => ({ path, from, to }));
}

function way(condition: PlanCondition, number: NamedNumber, stated: Stated): (ClashWay & { change: number }) | null {
  const { path, unit, value, bounds, whole } = number;
  const from = value.toNumber();
  const otherwise = (one: number): Worked => stated.otherwise(new Map([[path, one]]));
  if (!matters(condition, stated.worked, otherwise(whole || from === 0 ? from + 1 : from * 1.01))) return null;
  const sides = (one: number): [number, number] => sidesOf(condition, otherwise(one));
  const found = nearest({
    from,
    // A number keeps its sign: a negative cost or count settles nothing.
    low: bounds.low?.toNumber() ?? (from >= 0 ? 0 : -Infinity),
    high: bounds.high?.toNumber() ?? (from > 0 ? Infinity : 0),
    whole,
    holds: (one) => compares(condition.operator, ...sides(one)) === true,
    gap: condition.operator === '=' && !whole ? (one) => difference(sides(one)) : null,
  });
  if (found === null) return null;
  const change = Math.abs(found - from) / (Math.abs(from) || 1);
  return { path, from: writtenNumber(value, unit), to: writtenNumber(new Big(found), unit), change };
}

const sidesOf = ({ left, right }: PlanCondition, worked: Worked): [number, number] => [
  worked.number(left, worked.done),
  worked.number(right, worked.done),
];

const difference = ([left, right]: [number, number]): number => left - right;

/** Whether a side of the condition is another number under other numbers. */
function matters(condition: PlanCondition, one: Worked, other: Worked): boolean {
  const [before, after] = [sidesOf(condition, one), sidesOf(condition, other)];
  return before.some((side, index) => !Object.is(side, after[index]));
}
