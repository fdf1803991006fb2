import type { PlanFigure } from './planning/plan-figure.js';

/** The figures that a figure is made of, itself included. */
export function* planFigureParts(figure: PlanFigure): Generator<PlanFigure> {
  yield figure;
  if (figure.kind === 'arithmetic') {
    yield* planFigureParts(figure.left);
    yield* planFigureParts(figure.right);
  }
  if (figure.kind === 'saved' || figure.kind === 'per') yield* planFigureParts(figure.of);
}
