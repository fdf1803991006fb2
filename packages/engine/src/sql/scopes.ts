import type { Model } from '@benchbook/dsl';
import type { MeasuredAggregate, Plan } from '../plan/plan.js';
import { fingerprint } from '../plan/plan-run.js';
import type { Scope } from './compile-expression.js';
import { column } from './expression.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';

/** The scope of an entity's own row: before measuring (aggregates null) its source's columns, after it the measured table's. */
export function entityScope(
  plan: Plan,
  parameters: ParameterSheet,
  aggregates: readonly MeasuredAggregate[] | null,
): Scope {
  const ids = new Map((aggregates ?? []).map((measured) => [fingerprint(measured.expression), measured.id]));
  const key = keyOf(plan);
  return {
    parameters,
    table: (name) => lookupTable(plan.model, name),
    leaf: (leaf) => {
      if (leaf.kind === 'column') {
        if (aggregates === null) return column(leaf.column);
        return column(leaf.column === key ? named.key : named.column(leaf.column));
      }
      if (leaf.kind === 'aggregate') return column(ids.get(fingerprint(leaf)) ?? '');
      if (leaf.kind === 'given' && leaf.by === 'band') return column(named.band(leaf.name));
      if (leaf.kind === 'given' && leaf.by === 'metric') return column(named.metric(leaf.name));
      throw new Error(`${leaf.kind} is not known while measuring`);
    },
  };
}

/** The scope inside an aggregate: the related row first, then the entity it points at. */
export function relatedScope(plan: Plan, source: string, parameters: ParameterSheet): Scope {
  return {
    parameters,
    table: (name) => lookupTable(plan.model, name),
    leaf: (leaf) => {
      if (leaf.kind !== 'column') throw new Error(`${leaf.kind} is not known inside an aggregate`);
      if (leaf.source === source) return column(leaf.column, 'row');
      return column(leaf.column === keyOf(plan) ? named.key : named.column(leaf.column), 'member');
    },
  };
}

function lookupTable(model: Model, name: string): ReturnType<Scope['table']> {
  const found = [...model.lookups, ...model.contexts].find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`the checked model looks up ${name} but does not declare it`);
  return found.table;
}

/** The scope of a source's own rows, outside any population: derived columns, data checks. */
export function sourceScope(model: Model, parameters: ParameterSheet): Scope {
  return {
    parameters,
    table: (name) => lookupTable(model, name),
    leaf: (leaf) => {
      if (leaf.kind !== 'column') throw new Error(`${leaf.kind} is not known of a source's rows`);
      return column(leaf.column);
    },
  };
}

/** The key column of the population's source. */
export function keyOf(plan: Plan): string {
  const { key } = plan.source;
  if (key === null) throw new Error(`source ${plan.source.name} has no key`);
  return key;
}
