import type { Figure, Funnel, Stage } from '@benchbook/dsl';
import { operated, type Column } from '../values/column.js';
import type { Numbers } from '../values/numbers.js';
import { standing } from './data-wanted.js';

/**
 * `conversion`: the share of those who enter that are won. `won`: how many of those who stand at the stages are to be won; where only those who enter are
 * told, how many of them a month. `weighted`: the same as money.
 */
export function funnelFigure(
  funnel: Funnel,
  figure: string,
  numbers: Numbers,
  data: (figure: Figure) => Column,
): Column {
  const { stages, meaning, enters } = funnel;
  const rates = stages.map(({ rate }) => numbers.column(rate));
  const product = (from: number): Column =>
    rates.slice(from).reduce<Column>((whole, rate) => operated('*', whole, rate), 1);
  // What stands at a stage has reached it already: what is left are the conversions after it. A chance to win is from there.
  const chance = (index: number): Column => (meaning === 'win' ? (rates[index] ?? NaN) : product(index + 1));
  const weighted = (of: (stage: Stage) => Column): Column =>
    stages.reduce<Column>((sum, stage, index) => operated('+', sum, operated('*', of(stage), chance(index))), 0);
  if (figure === 'conversion') return product(0);
  if (figure === 'weighted') return weighted((stage) => worthAt(funnel, stage, numbers, data));
  const isStanding = funnel.rows !== null || stages.some(({ count }) => count !== null);
  if (isStanding) return weighted((stage) => countAt(funnel, stage, numbers, data));
  return enters === null
    ? NaN
    : operated('*', numbers.column(enters), meaning === 'win' ? (rates[0] ?? NaN) : product(0));
}

function countAt(funnel: Funnel, stage: Stage, numbers: Numbers, data: (figure: Figure) => Column): Column {
  if (stage.count !== null) return numbers.column(stage.count);
  const rows = standing(funnel, stage);
  return rows === null ? 0 : data(rows.count);
}

function worthAt(funnel: Funnel, stage: Stage, numbers: Numbers, data: (figure: Figure) => Column): Column {
  if (stage.value !== null) return numbers.column(stage.value);
  const worth = standing(funnel, stage)?.worth ?? null;
  return worth === null ? 0 : data(worth);
}
