import type { Figure, Model, PlanFigure } from '@benchbook/dsl';
import { DataError, notice } from '../notices/notice.js';

/**
 * A figure that a run over the data tells.
 *
 * @throws DataError for what only a plan comes to
 */
export function figureOfData(figure: PlanFigure, { line }: { readonly line: number }, { file }: Model): Figure {
  const found = ofData(figure);
  if (found === null) throw new DataError([notice('R344', {}, { file, line })]);
  return found;
}

function ofData(figure: PlanFigure): Figure | null {
  switch (figure.kind) {
    case 'planned':
    case 'per':
    case 'saved':
    case 'used':
      return null;
    case 'arithmetic': {
      const [left, right] = [ofData(figure.left), ofData(figure.right)];
      return left === null || right === null ? null : { ...figure, left, right };
    }
    default:
      return figure;
  }
}
