import type { Plan } from '../plan/plan.js';
import { layered } from './layered.js';
import type { ParameterSheet } from './parameters.js';
import { table, type Query, type SourceTables } from './query.js';
import { entityScope, knownOfMeasured } from './scopes.js';

/**
 * Everything that judging and scoring read, one narrow row per entity: the members' columns, bands, aggregates over related rows,
 * metrics in stored units, ranks and tiers.
 */
export function measure(plan: Plan, tables: SourceTables, members: string, parameters: ParameterSheet): Query {
  const known = knownOfMeasured(plan);
  const scope = entityScope(plan, parameters, known);
  return layered(table(members), plan.measure.steps, { plan, tables, scope, known });
}
