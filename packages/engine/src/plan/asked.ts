import type { Expression, Figure, Model, Source } from '@benchbook/dsl';
import { expressionsInFigure, figuresOf } from './figures-of.js';
import { planningRoots } from './planning-figures.js';

/** What is asked of the entities of one source after they are scored: by shows, targets, checks, tests, actions and plans. */
export function* askedOf(model: Model, source: Source): Generator<Expression> {
  const isOf = (population: string): boolean =>
    model.populations.some(({ name, source: of }) => name === population && of === source.name);
  for (const show of model.shows) {
    if (!isOf(show.population)) continue;
    if (show.what) yield show.what;
    yield* show.by;
    if (show.top) yield show.top.by;
  }
  for (const test of model.tests) {
    for (const expectation of test.expect) {
      if (expectation.kind !== 'rows' || !isOf(expectation.population)) continue;
      if (expectation.top) yield expectation.top.by;
      for (const row of expectation.rows) for (const cell of row.cells) yield cell.expression;
    }
  }
  yield* planningRoots(model, source);
  for (const figure of figuresOf(model)) if (isAbout(figure, source, isOf)) yield* expressionsInFigure(figure);
}

function isAbout(figure: Figure, source: Source, isOf: (population: string) => boolean): boolean {
  if (figure.kind === 'rows') return figure.source === source.name;
  return 'population' in figure && isOf(figure.population);
}
