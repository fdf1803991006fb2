import type { Figure } from './expression.js';
import type { PlanFigure } from './planning/plan-figure.js';

/** Whether a figure is about data alone, so that a run answers it; what a plan comes to is another matter. */
export function isOfData(figure: PlanFigure): figure is Figure {
  switch (figure.kind) {
    case 'planned':
    case 'per':
    case 'saved':
    case 'used':
      return false;
    case 'arithmetic':
      return isOfData(figure.left) && isOfData(figure.right);
    default:
      return true;
  }
}
