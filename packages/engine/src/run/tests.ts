import type { Expectation, FigureCondition, Model, Population, Test } from '@benchbook/dsl';
import { mainPopulation, planRun } from '../plan/plan-run.js';
import type { TestFailure } from '../workbook-types.js';
import { compile } from '../sql/compile-expression.js';
import { cast, column } from '../sql/expression.js';
import { named } from '../sql/names.js';
import { output } from '../sql/query.js';
import { sourceScope } from '../sql/scopes.js';
import { execute, type Executed } from './execute.js';
import { shownValue, matches } from './expected-cell.js';
import { asNumber, evaluate, holds, unitOf } from './figures.js';
import { givenSource } from './given-rows.js';
import { readScored } from './read.js';
import { display, NUMBER } from './report/formatting.js';
import type { StageStore } from './stage-store.js';

/** Runs of the model's populations, made when an expectation first asks for them. */
export type RunOf = (population: Population) => Promise<Executed>;

/**
 * Runs one test block. A test on given rows sees those rows and nothing else; a test on data sees what `onData` ran.
 *
 * @returns what was expected and did not come out; nothing when the test passes
 */
export async function runTest(
  model: Model,
  test: Test,
  store: StageStore,
  onData: RunOf,
): Promise<readonly TestFailure[]> {
  const runOf = test.onData ? onData : onGivenRows(model, test, store);
  const failures: TestFailure[] = [];
  for (const expectation of test.expect) failures.push(...(await check(model, expectation, runOf)));
  return failures;
}

function onGivenRows(model: Model, test: Test, store: StageStore): RunOf {
  const runs = new Map<string, Promise<Executed>>();
  return (population) => {
    const run = runs.get(population.name) ?? runOnGivenRows(model, test, population, store);
    runs.set(population.name, run);
    return run;
  };
}

async function runOnGivenRows(model: Model, test: Test, population: Population, store: StageStore): Promise<Executed> {
  const members = test.given.find((given) => given.isPopulation && given.of === population.name) ?? null;
  // Rows given for a population are the population: nobody is left out of it.
  const everyone: Population = members === null ? population : { ...population, where: null, top: null };
  const plan = planRun(model, everyone);
  const tables = new Map<string, { table: string; key: string }>();
  for (const source of model.sources) {
    const own = test.given.find((given) => !given.isPopulation && given.of === source.name) ?? null;
    const rows = source.name === population.source && members !== null ? members : own;
    tables.set(
      source.name,
      await store.finish(
        (parameters) => givenSource(source, rows, (sheet) => sourceScope(model, sheet), parameters),
        [],
      ),
    );
  }
  return execute(plan, store, {
    tables: (source) => tables.get(source)?.table ?? '',
    version: (source) => tables.get(source)?.key ?? '',
  });
}

async function check(model: Model, expectation: Expectation, runOf: RunOf): Promise<readonly TestFailure[]> {
  if (expectation.kind === 'condition') {
    const population =
      model.populations.find(({ name }) => name === populationOf(expectation.condition)) ?? mainPopulation(model);
    return population === null ? [] : checkCondition(expectation.condition, await runOf(population));
  }
  const population = model.populations.find(({ name }) => name === expectation.population);
  return population === undefined ? [] : checkRows(expectation, await runOf(population));
}

function populationOf({ left, right }: FigureCondition): string | null {
  const found = [left, right].find((figure) => figure !== null && 'population' in figure);
  return found !== undefined && found !== null && 'population' in found ? found.population : null;
}

async function checkCondition(condition: FigureCondition, run: Executed): Promise<readonly TestFailure[]> {
  const left = await evaluate(condition.left, run);
  const right = condition.right === null ? null : await evaluate(condition.right, run);
  const unit = unitOf(condition.left) ?? NUMBER;
  const atPrintedDigits = condition.operator === '=' && left !== null && condition.right?.kind === 'constant';
  const constant = condition.right?.kind === 'constant' ? condition.right.constant : null;
  const passes =
    atPrintedDigits && constant !== null
      ? matches(asNumber(left), { text: lastNumber(condition.text), constant })
      : holds(condition.operator, left, right) === true;
  if (passes) return [];
  const actual = left === null ? display(null, unit) : display(asNumber(left), unit);
  return [
    {
      of: condition.text,
      what: condition.text.split(/\s(?:=|!=|<=?|>=?|≥|≤)\s/)[0] ?? condition.text,
      expected: `${condition.operator} ${lastNumber(condition.text)}`,
      actual,
      line: condition.line,
    },
  ];
}

/** The right side of a condition as written. */
function lastNumber(text: string): string {
  return (
    text
      .split(/\s(?:=|!=|<=?|>=?|≥|≤)\s/)
      .at(-1)
      ?.trim() ?? ''
  );
}

async function checkRows(
  expectation: Extract<Expectation, { kind: 'rows' }>,
  run: Executed,
): Promise<readonly TestFailure[]> {
  const { key } = run.plan.source;
  const keyAt = expectation.columns.indexOf(key ?? '');
  const read = await readScored(run, (scope) => {
    const [first] = expectation.rows;
    return {
      columns: [
        output(cast(column(named.key), 'VARCHAR'), 'key'),
        ...(first?.cells ?? []).map((cell, index) => output(compile(cell.expression, scope), `cell_${index}`)),
      ],
    };
  });
  const rowOf = new Map(read.texts('key').map((value, at) => [value, at]));
  return expectation.rows.flatMap(({ cells, line }): readonly TestFailure[] => {
    const of = cells[keyAt]?.text ?? '';
    const at = rowOf.get(unquoted(of));
    if (at === undefined) return [{ of, what: key ?? 'key', expected: 'in the population', actual: 'not there', line }];
    return cells.flatMap((cell, index) => {
      const actual = read.cell(`cell_${index}`, at);
      if (index === keyAt || matches(actual, cell)) return [];
      return [
        { of, what: expectation.columns[index] ?? '', expected: cell.text, actual: shownValue(actual, cell), line },
      ];
    });
  });
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
