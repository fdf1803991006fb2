import type { Expression, Figure, Model } from '@benchbook/dsl';
import { planningFigures } from './planning-figures.js';

/** Every figure of a model, with the figures inside it. */
export function* figuresOf(model: Model): Generator<Figure> {
  for (const target of model.targets) for (const row of target.rows) yield* walkFigure(row.measure);
  const conditions = [
    ...model.checks.map((check) => check.condition),
    ...model.tests.flatMap((test) =>
      test.expect.flatMap((expectation) => (expectation.kind === 'condition' ? [expectation.condition] : [])),
    ),
  ];
  for (const condition of conditions) {
    yield* walkFigure(condition.left);
    if (condition.right) yield* walkFigure(condition.right);
  }
  yield* planningFigures(model);
}

/** The figure and the figures inside it. */
export function* walkFigure(figure: Figure): Generator<Figure> {
  yield figure;
  if (figure.kind === 'arithmetic') {
    yield* walkFigure(figure.left);
    yield* walkFigure(figure.right);
  }
}

/** The expressions on entities or rows that a figure is taken over. */
export function expressionsInFigure(figure: Figure): readonly Expression[] {
  switch (figure.kind) {
    case 'tally':
    case 'converted':
      return figure.where === null ? [] : [figure.where];
    case 'summary':
    case 'rows':
      return [figure.of, figure.where].filter((part) => part !== null);
    case 'concentration':
      return [figure.of, figure.by, figure.where].filter((part) => part !== null);
    default:
      return [];
  }
}
