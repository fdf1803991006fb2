import type { ArithmeticOperator, PlanCondition, PlanFigure } from '@benchbook/dsl';
import type { Frame } from '../../../projection/figures/plan-values.js';
import { shown, unitOfFigure } from '../shown.js';
import type { Worked } from '../worked.js';

const SIGN: Record<ArithmeticOperator, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const FIRST = new Set(['*', '/']);

/** What each side of a condition comes to, from the figures in it: a line for each side that is worked out. */
export function spelledOut({ left, right }: PlanCondition, worked: Worked): readonly string[] {
  return [left, right]
    .filter(({ kind }) => kind === 'arithmetic')
    .map((side) => `${spelled(side, worked, worked.done)} = ${display(side, worked, worked.done)}`);
}

function spelled(figure: PlanFigure, worked: Worked, frame: Frame): string {
  if (figure.kind === 'per') return spelled(figure.of, worked, frame);
  if (figure.kind !== 'arithmetic') return display(figure, worked, frame);
  const { operator } = figure;
  const part = (one: PlanFigure, isRight: boolean): string => {
    const text = spelled(one, worked, frame);
    return one.kind === 'arithmetic' && isLoose(one.operator, operator, isRight) ? `(${text})` : text;
  };
  return `${part(figure.left, false)} ${SIGN[operator]} ${part(figure.right, true)}`;
}

/** Whether a part needs brackets: it binds less than what it stands in, or stands behind a minus or a division. */
function isLoose(own: ArithmeticOperator, around: ArithmeticOperator, isRight: boolean): boolean {
  if (FIRST.has(around) && !FIRST.has(own)) return true;
  return isRight && (around === '-' || around === '/') && FIRST.has(own) === FIRST.has(around);
}

const display = (figure: PlanFigure, worked: Worked, frame: Frame): string =>
  shown(worked.number(figure, frame), unitOfFigure(figure.type)).display;
