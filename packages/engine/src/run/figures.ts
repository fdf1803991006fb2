import Big from 'big.js';
import type { Expression, Figure, FigureCondition, Model, Population, SummaryName, Unit } from '@benchbook/dsl';
import { base, inUnit, unitOfType } from '../plan/units.js';
import { readsOf } from '../plan/values.js';
import { asDouble, compile, isDecimal, type Scope } from '../sql/compile-expression.js';
import { exactSum } from '../sql/exact-sum.js';
import { aggregate, cast, column, isKnown, isNull, literal, operator, type SqlExpression } from '../sql/expression.js';
import { named } from '../sql/names.js';
import { ParameterSheet } from '../sql/parameters.js';
import { join, output, select, table } from '../sql/query.js';

import { sourceScope } from '../sql/scopes.js';
import { concentration } from './concentration.js';
import { converted } from './converted.js';
import type { Executed } from './execute.js';
import type { FigureValue } from './figure-value.js';
import { readScored } from './read.js';

/**
 * A figure about the population of one run or about its sources, in a unit (its own unless given). Null: there is no value to be had.
 *
 * @param before the run that `converted` compares with; without one it has no value
 */
export async function evaluate(
  figure: Figure,
  run: Executed,
  unit: Unit | null = unitOf(figure),
  before: Executed | null = null,
): Promise<FigureValue | null> {
  const value = await evaluateOwn(figure, run, unit, before);
  const own = unitOf(figure);
  if (value === null || unit === null || own === null || figure.kind === 'constant') return value;
  return { numerator: value.numerator.times(own.scale), denominator: value.denominator.times(unit.scale) };
}

async function evaluateOwn(
  figure: Figure,
  run: Executed,
  unit: Unit | null,
  before: Executed | null,
): Promise<FigureValue | null> {
  switch (figure.kind) {
    case 'constant':
      return figure.constant.kind === 'quantity'
        ? whole(inUnit(figure.constant.quantity, unit ?? figure.constant.quantity.unit))
        : null;
    case 'arithmetic':
      return arithmetic(
        figure.operator,
        await evaluateInBase(figure.left, run, before),
        await evaluateInBase(figure.right, run, before),
      );
    case 'tally':
      return tally(figure, await about(figure.population, run));
    case 'attainment':
      return attainment(figure, await about(figure.population, run));
    case 'summary':
      return summary(figure.name, figure.of, figure.where, await about(figure.population, run));
    case 'concentration':
      return concentration(figure, await about(figure.population, run));
    case 'converted':
      return before && converted(figure, await about(figure.population, before), await about(figure.population, run));
    case 'quality':
      return quality(figure, run);
    case 'rows':
      return rows(figure, run);
  }
}

/** The run of the population that a figure is about. */
function about(population: string, run: Executed): Promise<Executed> | Executed {
  const { plan } = run;
  const other = plan.model.populations.find(({ name }) => name === population);
  return population === plan.population.name || other === undefined ? run : run.elsewhere(other);
}

function evaluateInBase(figure: Figure, run: Executed, before: Executed | null): Promise<FigureValue | null> {
  const unit = unitOf(figure);
  return evaluate(figure, run, unit === null ? null : base(unit), before);
}

/** Both sides of a condition, in the unit of the side that is no literal. */
export async function evaluateSides(
  { left, right }: FigureCondition,
  run: Executed,
): Promise<readonly [FigureValue | null, FigureValue | null]> {
  const unit = unitOf(left.kind === 'constant' && right !== null ? right : left);
  return [await evaluate(left, run, unit), right === null ? null : await evaluate(right, run, unit)];
}

/** Whether a condition holds; null when a figure in it has no value. */
export function holds(
  operatorName: FigureCondition['operator'],
  left: FigureValue | null,
  right: FigureValue | null,
): boolean | null {
  if (left === null) return null;
  if (operatorName === 'holds') return !left.numerator.eq(0);
  if (right === null) return null;
  const order = left.numerator.times(right.denominator).cmp(right.numerator.times(left.denominator));
  switch (operatorName) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

export function asNumber(value: FigureValue): number {
  return value.numerator.toNumber() / value.denominator.toNumber();
}

/** The unit a figure is shown in; null for truth values. */
export function unitOf(figure: Figure): Unit | null {
  return unitOfType(figure.type);
}

function whole(value: Big): FigureValue {
  return { numerator: value, denominator: new Big(1) };
}

function ratio(numerator: number, denominator: number): FigureValue | null {
  return denominator === 0 ? null : { numerator: new Big(numerator), denominator: new Big(denominator) };
}

function arithmetic(
  name: '+' | '-' | '*' | '/',
  left: FigureValue | null,
  right: FigureValue | null,
): FigureValue | null {
  if (left === null || right === null) return null;
  switch (name) {
    case '+':
    case '-': {
      const other = right.numerator.times(left.denominator);
      const own = left.numerator.times(right.denominator);
      return {
        numerator: name === '+' ? own.plus(other) : own.minus(other),
        denominator: left.denominator.times(right.denominator),
      };
    }
    case '*':
      return {
        numerator: left.numerator.times(right.numerator),
        denominator: left.denominator.times(right.denominator),
      };
    case '/':
      return right.numerator.eq(0)
        ? null
        : { numerator: left.numerator.times(right.denominator), denominator: left.denominator.times(right.numerator) };
  }
}

/** A count is of those for whom the condition is true; a share is of those for whom it can be told. */
async function tally(figure: Extract<Figure, { kind: 'tally' }>, run: Executed): Promise<FigureValue | null> {
  const columns = await readScored(run, (scope) => {
    const where = figure.where === null ? literal(true) : compile(figure.where, scope);
    return {
      columns: [output(aggregate('count', [], { where }), 'true'), output(aggregate('count', [where]), 'told')],
    };
  });
  return figure.name === 'count'
    ? whole(new Big(columns.number('true')))
    : ratio(columns.number('true'), columns.number('told'));
}

async function attainment(figure: Extract<Figure, { kind: 'attainment' }>, run: Executed): Promise<FigureValue | null> {
  if (!run.plan.judge.metrics.some(({ measured }) => measured.metric.name === figure.metric)) return null;
  const state = column(named.state(figure.metric));
  const count = (index: number): SqlExpression =>
    aggregate('count', [], { where: operator(state, '=', literal(index)) });
  const columns = await readScored(run, () => ({
    columns: [
      output(count(0), 'failed'),
      output(count(1), 'passed'),
      output(count(2), 'unknown'),
      output(aggregate('count', []), 'all'),
    ],
  }));
  const [failed, passed] = [columns.number('failed'), columns.number('passed')];
  if (figure.name === 'unknown') return ratio(columns.number('unknown'), columns.number('all'));
  return ratio(figure.name === 'passed' ? passed : failed, failed + passed);
}

async function summary(
  name: SummaryName,
  of: Expression,
  where: Expression | null,
  run: Executed,
): Promise<FigureValue | null> {
  const columns = await readScored(run, (scope) => ({ columns: [output(summarise(name, of, where, scope), 'value')] }));
  return known(columns.numbers('value')[0] ?? null);
}

/** One SQL aggregate for a summary; a mean and a sum are exact in decimals, whatever the number of threads. */
export function summarise(name: SummaryName, of: Expression, where: Expression | null, scope: Scope): SqlExpression {
  const value = compile(of, scope);
  const condition = where === null ? null : compile(where, scope);
  return asDouble(aggregated(name, value, isDecimal(of), condition));
}

function aggregated(
  name: SummaryName,
  value: SqlExpression,
  decimal: boolean,
  where: SqlExpression | null,
): SqlExpression {
  switch (name) {
    case 'sum':
      return exactSum(value, decimal, where);
    case 'mean':
      return operator(asDouble(exactSum(value, decimal, where)), '/', asDouble(aggregate('count', [value], { where })));
    case 'min':
    case 'max':
      return aggregate(name, [value], { where });
    case 'median':
      return aggregate('median', [asDouble(value)], { where });
    default:
      return aggregate('quantile_cont', [asDouble(value), literal(Number(name.slice(1)) / 100)], { where });
  }
}

/** A source that nobody has: nothing can be told of its rows. */
function isAbsent(source: string, run: Executed): boolean {
  return run.plan.model.sources.some(({ name, path }) => name === source && path === null);
}

async function quality(figure: Extract<Figure, { kind: 'quality' }>, run: Executed): Promise<FigureValue | null> {
  if (isAbsent(figure.source, run)) return null;
  // Of a source that nobody has, nothing can be told.
  if (run.plan.model.sources.find(({ name }) => name === figure.source)?.path === null) return null;
  const of = column(figure.column, 'row');
  const from = table(run.sources.tables(figure.source), 'row');
  const read = (parts: Parameters<typeof select>[0]): ReturnType<Executed['database']['read']> =>
    run.database.read(select({ from, ...parts }));
  const all = output(aggregate('count', []), 'all');
  if (figure.name === 'missing') {
    const columns = await read({ columns: [all, output(aggregate('count', [], { where: isNull(of) }), 'found')] });
    return ratio(columns.number('found'), columns.number('all'));
  }
  if (figure.name === 'unique') {
    const columns = await read({
      columns: [
        output(aggregate('count', [of]), 'all'),
        output(aggregate('count', [of], { distinct: true }), 'different'),
      ],
    });
    return whole(new Big(columns.number('all') === columns.number('different') ? 1 : 0));
  }
  const target = run.plan.model.sources
    .find((source) => source.name === figure.source)
    ?.columns.find((candidate) => candidate.name === figure.column)?.type;
  const references =
    target?.kind === 'text' ? run.plan.model.sources.find((source) => source.name === target.references) : undefined;
  if (references?.key == null || references.path === null) return null;
  const lost = join(
    from,
    'anti',
    table(run.sources.tables(references.name), 'target'),
    operator(of, '=', column(references.key, 'target')),
  );
  const [total, orphans] = await Promise.all([
    read({ columns: [all] }),
    read({ columns: [all], from: lost, where: isKnown(of) }),
  ]);
  return ratio(orphans.number('all'), total.number('all'));
}

type RowsFigure = Extract<Figure, { kind: 'rows' }>;

async function rows(figure: RowsFigure, run: Executed): Promise<FigureValue | null> {
  if (isAbsent(figure.source, run)) return null;
  const everyone = everyoneOf(figure, run.plan.model);
  if (everyone !== null) return ofEveryone(figure, await run.elsewhere(everyone));
  const parameters = new ParameterSheet();
  const scope = sourceScope(run.plan.model, parameters);
  const condition = figure.where === null ? null : compile(figure.where, scope);
  const value =
    figure.name === 'count' || figure.of === null
      ? cast(
          figure.of === null
            ? aggregate('count', [], { where: condition })
            : aggregate('count', [compile(figure.of, scope)], { where: condition }),
          'DOUBLE',
        )
      : summarise(figure.name, figure.of, figure.where, scope);
  const columns = await run.database.read(
    select({ columns: [output(value, 'value')], from: table(run.sources.tables(figure.source)) }),
    parameters.values,
  );
  return known(columns.numbers('value')[0] ?? null);
}

/** All rows of a source as a population, where a figure asks what only measuring can tell of them; null where it does not. */
function everyoneOf({ of, where, source }: RowsFigure, model: Model): Population | null {
  const reads = [of, where].flatMap((part) => (part === null ? [] : [...readsOf(part)]));
  const declared = model.sources.find(({ name }) => name === source);
  if (reads.length === 0 || declared?.key == null) return null;
  const { label, translations, doc, span, nameSpan, line } = declared;
  // No name that a rulebook declares has a dot in it.
  return { name: `${source}.rows`, label, translations, doc, span, nameSpan, line, source, where: null, top: null };
}

async function ofEveryone({ name, of, where }: RowsFigure, run: Executed): Promise<FigureValue | null> {
  if (name !== 'count' && of !== null) return summary(name, of, where, run);
  const columns = await readScored(run, (scope) => ({
    columns: [output(aggregate('count', [], { where: where === null ? null : compile(where, scope) }), 'true')],
  }));
  return whole(new Big(columns.number('true')));
}

function known(value: number | null): FigureValue | null {
  return value === null ? null : whole(new Big(value));
}
