import type { Expression, Model, Source } from '@benchbook/dsl';
import { expressionsInFigure, figuresOf } from './figures-of.js';
import { planningColumns, planningRoots } from './planning-figures.js';
import { peerBounds } from './peer-bounds.js';
import { inputsOf, walk } from './walk.js';

/** The column that a ranking names beside a name, whether or not a rule reads it. */
export const INDUSTRY = 'industry';

/** The columns that the rules of a model read, by source. Keys, references and naming columns are always among them. */
export function usedColumns(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>(model.sources.map((source) => [source.name, alwaysRead(source)]));
  const read = (source: string, column: string): void => void used.get(source)?.add(column);

  for (const root of expressionsOf(model)) {
    for (const expression of walk(root)) {
      if (expression.kind === 'column') read(expression.source, expression.column);
      if (expression.kind === 'aggregate') read(expression.source, expression.via);
    }
  }
  for (const figure of figuresOf(model)) {
    if (figure.kind === 'quality') read(figure.source, figure.column);
  }
  for (const { source, column } of planningColumns(model)) read(source, column);
  for (const source of model.sources) readDerivedInputs(source, used.get(source.name) ?? new Set());
  return used;
}

function alwaysRead(source: Source): Set<string> {
  const references = source.columns.filter((column) => column.type.kind === 'text' && column.type.references !== null);
  const shown = source.columns.filter((column) => column.name === INDUSTRY && column.type.kind === 'text');
  return new Set(
    [source.key, source.naming, ...[...references, ...shown].map(({ name }) => name)].filter((name) => name !== null),
  );
}

/** A derived column reads others of its own source, which may be derived themselves. */
function readDerivedInputs(source: Source, used: Set<string>): void {
  const derived = new Map(
    source.columns.flatMap((column) =>
      column.from.kind === 'derived' ? [[column.name, column.from.expression] as const] : [],
    ),
  );
  for (const name of used) {
    const expression = derived.get(name);
    if (expression === undefined) continue;
    // A set yields what is added while it is walked, so chains are followed to their end.
    for (const part of walk(expression)) if (part.kind === 'column') used.add(part.column);
  }
}

function* expressionsOf(model: Model): Generator<Expression> {
  for (const metric of model.metrics) yield metric.expression;
  for (const population of model.populations) {
    if (population.where) yield population.where;
    if (population.top) yield population.top.by;
  }
  for (const { table } of [
    ...model.bands,
    ...model.benchmarks,
    ...model.waivers,
    ...model.levels,
    ...model.tiers,
    ...model.lookups,
    ...model.contexts,
  ])
    yield* inputsOf(table);
  for (const { within } of peerBounds(model.benchmarks)) yield* within;
  for (const tier of model.tiers) yield tier.by;
  for (const score of model.scores) for (const term of score.terms) yield term.value;
  for (const show of model.shows) {
    if (show.what) yield show.what;
    yield* show.by;
    if (show.top) yield show.top.by;
  }
  for (const test of model.tests) {
    for (const expectation of test.expect)
      if (expectation.kind === 'rows') {
        if (expectation.top) yield expectation.top.by;
        for (const row of expectation.rows) for (const cell of row.cells) yield cell.expression;
      }
  }
  for (const source of model.sources) yield* planningRoots(model, source);
  for (const figure of figuresOf(model)) yield* expressionsInFigure(figure);
  for (const { rows } of model.planning.funnels) if (rows) yield* [rows.stage, ...(rows.worth ? [rows.worth] : [])];
}
