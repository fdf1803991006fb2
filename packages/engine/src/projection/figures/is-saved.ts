import type { PlanFigure } from '@benchbook/dsl';

/** Whether a figure counts what actions change. */
export function isSaved(figure: PlanFigure): boolean {
  switch (figure.kind) {
    case 'saved':
      return true;
    case 'per':
      return isSaved(figure.of);
    case 'arithmetic':
      return isSaved(figure.left) || isSaved(figure.right);
    default:
      return false;
  }
}
