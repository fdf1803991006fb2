import type { Expectation, FigureCondition, GivenRows, Model, Population, Source, Test } from '@benchbook/dsl';
import { whereOf } from '../notices/where.js';
import { walkFigure } from '../plan/figures-of.js';
import { mainPopulation, planRun } from '../plan/plan-run.js';
import type { Comparison, Language, TestFailure } from '../workbook-types.js';
import { sourceScope } from '../sql/scopes.js';
import { execute, remembered, type Executed, type RunOf } from './execute.js';
import { checkRows } from './expected-rows.js';
import { sameNumber } from './expected.js';
import { asNumber, evaluateSides, holds, unitOf } from './figures.js';
import type { FigureValue } from './figure-value.js';
import { givenSource } from './given-rows.js';
import { display, NO_VALUE, plainText, written } from './report/formatting.js';
import type { StageStore } from './stage-store.js';

/** What a test found: nothing when it passes. */
export interface Found {
  readonly failures: readonly TestFailure[];
  readonly comparisons: readonly Comparison[];
}

/**
 * Runs one test block. A test on given rows sees those rows and nothing else; a test on data sees what `onData` ran.
 *
 * @returns what was expected and did not come out
 */
export async function runTest(model: Model, test: Test, runOf: RunOf, language: Language): Promise<Found> {
  const found: Found[] = [];
  for (const expectation of test.expect) found.push(await check(model, expectation, runOf, language));
  return {
    failures: found.flatMap(({ failures }) => failures),
    comparisons: found.flatMap(({ comparisons }) => comparisons),
  };
}

/** Runs populations of the rows that a test gives, each once. */
export function onGivenRows(model: Model, test: Test, store: StageStore): RunOf {
  const given = withGiven(model, test);
  const runOf: RunOf = remembered((population) => runOnGivenRows(given, test, population, store, runOf));
  return runOf;
}

/** The model of somebody who has what a test gives, whatever is not available elsewhere. */
function withGiven(model: Model, test: Test): Model {
  const sources = model.sources.map((source): Source => {
    const given = test.given.filter(({ of, isPopulation }) =>
      isPopulation
        ? model.populations.some((population) => population.name === of && population.source === source.name)
        : of === source.name,
    );
    const columns = source.columns.map((column): Source['columns'][number] =>
      column.from.kind === 'not available' && given.some((rows) => rows.columns.includes(column.name))
        ? { ...column, from: { kind: 'header', header: column.name } }
        : column,
    );
    return given.length === 0 ? source : { ...source, path: source.path ?? test.name, columns };
  });
  return { ...model, sources };
}

async function runOnGivenRows(
  model: Model,
  test: Test,
  population: Population,
  store: StageStore,
  elsewhere: RunOf,
): Promise<Executed> {
  const members = test.given.find((given) => given.isPopulation && given.of === population.name) ?? null;
  // Rows given for a population are the population: nobody is left out of it.
  const everyone: Population = members === null ? population : { ...population, where: null, top: null };
  const plan = planRun(model, everyone);
  const tables = new Map<string, { table: string; key: string }>();
  for (const source of model.sources) {
    const own = test.given.find((given) => !given.isPopulation && given.of === source.name) ?? null;
    const rows =
      (source.name === population.source ? members : null) ?? own ?? standIn(model, test, population, source);
    tables.set(
      source.name,
      await store.finish(
        (parameters) => givenSource(source, rows, (sheet) => sourceScope(model, sheet), parameters),
        [],
      ),
    );
  }
  const sources = {
    tables: (source: string) => tables.get(source)?.table ?? '',
    version: (source: string) => tables.get(source)?.key ?? '',
  };
  return execute(plan, store, sources, undefined, elsewhere);
}

/** Rows given for a population are all the rows there are, for a figure about the source itself. */
function standIn(model: Model, test: Test, population: Population, source: Source): GivenRows | null {
  if (population.source !== source.name || model.populations.includes(population)) return null;
  const own = model.populations.filter((declared) => declared.source === source.name).map(({ name }) => name);
  return test.given.find(({ of, isPopulation }) => isPopulation && own.includes(of)) ?? null;
}

/** The populations that a test's expectations are about. */
export function populationsOf(model: Model, test: Test): readonly Population[] {
  return [...new Set(test.expect.map((expectation) => populationFor(model, expectation)))].filter(
    (one) => one !== null,
  );
}

function populationFor(model: Model, expectation: Expectation): Population | null {
  const name = expectation.kind === 'rows' ? expectation.population : populationOf(expectation.condition);
  const found = model.populations.find((population) => population.name === name) ?? null;
  return expectation.kind === 'rows' ? found : (found ?? mainPopulation(model));
}

async function check(model: Model, expectation: Expectation, runOf: RunOf, language: Language): Promise<Found> {
  const population = populationFor(model, expectation);
  if (population === null) return { failures: [], comparisons: [] };
  const run = await runOf(population);
  if (expectation.kind === 'rows') return checkRows(expectation, run, language);
  return { failures: await checkCondition(expectation.condition, run), comparisons: [] };
}

/** A population that a condition is about; figures about others find theirs from there. */
function populationOf({ left, right }: FigureCondition): string | null {
  return (
    [left, right]
      .flatMap((figure) => (figure === null ? [] : [...walkFigure(figure)]))
      .flatMap((figure) => ('population' in figure ? [figure.population] : []))[0] ?? null
  );
}

async function checkCondition(condition: FigureCondition, run: Executed): Promise<readonly TestFailure[]> {
  const [left, right] = await evaluateSides(condition, run);
  if (left !== null && isExpected(condition, left, right)) return [];
  const { text, operator } = condition;
  const { model } = run.plan;
  const expected = condition.right === null ? 'true' : `${operator} ${written(model, condition.right.span)}`;
  return [
    {
      of: text,
      what: written(model, condition.left.span),
      expected,
      actual: shownFigure(condition, left),
      ...whereOf(model, condition),
      why: [],
    },
  ];
}

/** With two digits more than were asked for, so that a difference can be seen; a count has none. */
function shownFigure({ left, digits }: FigureCondition, value: FigureValue | null): string {
  const unit = unitOf(left);
  if (value === null) return NO_VALUE;
  if (unit === null) return plainText(!value.numerator.eq(0));
  return display(asNumber(value), unit, digits === null || unit.kind === 'count' ? undefined : digits + 2);
}

/** An equality with a literal holds at the digits that are written. */
function isExpected(condition: FigureCondition, left: FigureValue, right: FigureValue | null): boolean {
  const literal = condition.right?.kind === 'constant' ? condition.right.constant : null;
  if (condition.operator === '=' && literal?.kind === 'quantity')
    return sameNumber(asNumber(left), literal, condition.digits, unitOf(condition.left));
  return holds(condition.operator, left, right) === true;
}
