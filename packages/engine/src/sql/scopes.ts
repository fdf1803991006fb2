import type { Constant, DecisionTable, Expression, Model, ValueType } from '@benchbook/dsl';
import type { Plan } from '../plan/plan.js';
import { fingerprint, idOf, JUDGING, type Step } from '../plan/values.js';
import { compile, type Leaf, type Scope } from './compile-expression.js';
import { rowName } from './answer-rows.js';
import { answerOf, outcomeOf } from './compile-table.js';
import { cast, column, literal, operator, type SqlExpression, type SqlType } from './expression.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';

/** What of an entity has been computed where an expression stands. */
export type Known = ReadonlySet<string>;

/** What the rows that a population is chosen from are known by. */
export const knownOfCandidates = (plan: Plan): Known => idsIn(plan.candidates);
/** What a measured entity is known by. */
export const knownOfMeasured = (plan: Plan): Known => idsIn(plan.measure.steps);
/** Everything. */
export const knownOfJudged = (plan: Plan): Known =>
  new Set([...knownOfMeasured(plan), JUDGING, ...idsIn(plan.score.steps)]);

function idsIn(steps: readonly Step[]): Known {
  return new Set(steps.flat().map(idOf));
}

/**
 * The scope of an entity's own row: its columns, and what rules have given it so far. What another population is given, and what
 * is asked before it can be told, is unknown.
 *
 * @param alias of the relation that the entity's row stands in, where there is another beside it
 */
export function entityScope(plan: Plan, parameters: ParameterSheet, known: Known, alias: string | null = null): Scope {
  const ids = new Map(
    [...plan.measure.aggregates, ...plan.measure.ranks].map(({ id, expression }) => [fingerprint(expression), id]),
  );
  const own = (name: string): SqlExpression => column(name, alias);
  const leaf = (expression: Leaf): SqlExpression => {
    switch (expression.kind) {
      case 'column':
        return expression.source === plan.source.name
          ? own(expression.column === plan.source.key ? named.key : named.column(expression.column))
          : unknown(expression.type);
      case 'aggregate':
      case 'cumulative_share':
      case 'percent_rank': {
        const id = fingerprint(expression);
        return known.has(id) ? own(ids.get(id) ?? '') : unknown(expression.type);
      }
      case 'judgement':
        if (!known.has(JUDGING)) return unknown(expression.type);
        return expression.what === 'judged'
          ? operator(own(named.failed), '+', own(named.passed))
          : own(named[expression.what]);
      case 'shortfall': {
        const judged = plan.judge.metrics.some(({ measured }) => measured.metric.name === expression.metric);
        if (!known.has(JUDGING) || (expression.metric !== null && !judged)) return unknown(expression.type);
        return own(expression.metric === null ? named.meanShortfall : named.shortfall(expression.metric));
      }
      case 'given':
        return known.has(`${expression.by} ${expression.name}`) ? given(expression) : unknown(expression.type);
      case 'output':
        return known.has(`${expression.by} ${expression.name}`) ? outputOf(expression) : unknown(expression.type);
    }
  };
  const scope: Scope = { parameters, table: (name) => lookupTable(plan.model, name), leaf };

  const given = ({ by, name }: Extract<Leaf, { kind: 'given' }>): SqlExpression =>
    by === 'level' ? outcomeNamed(levelOf(name).table, 0, named.level(name)) : own(named[by](name));

  const outputOf = ({ by, name, output }: Extract<Leaf, { kind: 'output' }>): SqlExpression => {
    if (by === 'level')
      return outcomeNamed(levelOf(name).table, placeOf(levelOf(name).table, output), named.level(name));
    const declared = by === 'tier' ? plan.measure.tiers : plan.measure.bands;
    const found = declared.find((candidate) => candidate.name === name);
    const base = by === 'tier' ? named.tierRow(name) : named.bandRow(name);
    return found === undefined ? literal(null) : outcomeNamed(found.table, placeOf(found.table, output), base);
  };

  const outcomeNamed = (table: DecisionTable<Constant | null>, output: number, base: string): SqlExpression =>
    outcomeOf(table, output, own(rowName(base, table, output)), scope);

  const levelOf = (name: string): Plan['judge']['levels'][number] => {
    const found = plan.judge.levels.find((level) => level.name === name);
    if (found === undefined) throw new Error(`the plan computes ${name} but does not have it`);
    return found;
  };
  return scope;
}

function placeOf(table: DecisionTable<unknown>, output: string): number {
  return Math.max(
    0,
    table.outputs.findIndex(({ name }) => name === output),
  );
}

/** No value, of the type that a value would have. */
export function unknown(type: ValueType): SqlExpression {
  return cast(literal(null), TYPES[type.kind]);
}

const TYPES: Readonly<Record<ValueType['kind'], SqlType>> = {
  number: 'DOUBLE',
  text: 'VARCHAR',
  date: 'DATE',
  boolean: 'BOOLEAN',
  list: 'VARCHAR',
};

/** The scope inside an aggregate: the related row first, then the entity it points at. */
export function relatedScope(plan: Plan, source: string, parameters: ParameterSheet, known: Known): Scope {
  const member = entityScope(plan, parameters, known, 'member');
  return {
    ...member,
    leaf: (leaf) => (leaf.kind === 'column' && leaf.source === source ? column(leaf.column, 'row') : member.leaf(leaf)),
  };
}

/** Whether an expression inside an aggregate over `source` reads the entity that its rows point at. */
export function readsEntity(expression: Expression, source: string): boolean {
  return (
    (expression.kind === 'column' && expression.source !== source) ||
    ['given', 'output', 'judgement', 'shortfall', 'percent_rank', 'cumulative_share'].includes(expression.kind)
  );
}

function lookupTable(model: Model, name: string): ReturnType<Scope['table']> {
  const found = [...model.lookups, ...model.contexts].find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`the checked model looks up ${name} but does not declare it`);
  return found.table;
}

/** The scope of a source's own rows, outside any population: derived columns, data checks. A band is worked out where it is read. */
export function sourceScope(model: Model, parameters: ParameterSheet): Scope {
  const scope: Scope = {
    parameters,
    table: (name) => lookupTable(model, name),
    leaf: (leaf) => {
      if (leaf.kind === 'column') return column(leaf.column);
      const band =
        (leaf.kind === 'given' || leaf.kind === 'output') && leaf.by === 'band'
          ? model.bands.find(({ name }) => name === leaf.name)
          : undefined;
      if (band === undefined) return unknown(leaf.type);
      const inputs = band.table.inputs.map((input) => compile(input.expression, scope));
      return answerOf(band.table, leaf.kind === 'output' ? placeOf(band.table, leaf.output) : 0, inputs, scope);
    },
  };
  return scope;
}

/** The key column of the population's source. */
export function keyOf(plan: Plan): string {
  const { key } = plan.source;
  if (key === null) throw new Error(`source ${plan.source.name} has no key`);
  return key;
}
