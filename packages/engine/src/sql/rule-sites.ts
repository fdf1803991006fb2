import type { Constant, DecisionTable, Expression } from '@benchbook/dsl';
import type { Plan } from '../plan/plan.js';
import { ruleRoots } from '../plan/rule-roots.js';
import { fingerprint } from '../plan/values.js';
import { parts, walk } from '../plan/walk.js';
import type { TableNoun } from '../results.js';
import { lookupRows, type Scope } from './compile-expression.js';
import { decidingRow } from './deciding-row.js';
import { column, operator, type SqlExpression } from './expression.js';
import { judgedScope } from './judged-scope.js';
import { named } from './names.js';
import type { ParameterSheet } from './parameters.js';
import { join, table, type Relation, type SourceTables } from './query.js';
import { waiversOf } from './waive.js';
import { knownOfJudged, readsEntity, relatedScope, sourceScope } from './scopes.js';

/** A decision table as it is declared. */
export interface RuleTable {
  readonly noun: TableNoun;
  readonly name: string;
  readonly table: DecisionTable<unknown>;
}

/** A place where a decision table is asked: for the rows of which relation, and the 1-based row that answers (NULL: none). */
export interface RuleSite {
  readonly rule: RuleTable;
  readonly row: SqlExpression;
}

/** Sites over one relation: they are counted in one pass over it. */
export interface RuleSites {
  readonly from: Relation;
  readonly sites: readonly RuleSite[];
}

type Lookup = Extract<Expression, { kind: 'lookup' }>;

/**
 * Everywhere a plan asks its decision tables. What an entity's own tables answered stands in the scored table; what was looked up is
 * looked up again, beside it, and for related rows in their own source.
 *
 * @param scored the finished table of judged entities
 */
export function ruleSites(
  plan: Plan,
  scored: string,
  tables: SourceTables,
  parameters: ParameterSheet,
): readonly RuleSites[] {
  const scope = judgedScope(plan, parameters);
  const { own, related } = lookupsOf(plan);
  const { bands, tiers } = plan.measure;
  const entities: readonly RuleSite[] = [
    ...bands.map((band) => site('band', band, column(named.bandRow(band.name)))),
    ...tiers.map((tier) => site('tier', tier, column(named.tierRow(tier.name)))),
    ...plan.judge.benchmarks.map((one) => site('benchmark', one, decidingRow(one, plan, scope))),
    ...plan.judge.metrics.flatMap((metric) =>
      waiversOf(metric, plan.judge.waivers).map((waiver) =>
        site('waiver', waiver, column(named.waived(waiver.name, metric.measured.metric.name))),
      ),
    ),
    ...plan.judge.levels.map((level) => site('level', level, column(named.level(level.name)))),
    ...own.flatMap((lookup) => lookupSites(plan, lookup, scope)),
  ];
  return [
    { from: table(scored), sites: entities },
    ...[...related.values()].map(({ source, via, lookups }) => ({
      from: relatedRows(tables(source), scored, via, lookups, source),
      sites: lookups.flatMap((lookup) =>
        lookupSites(plan, lookup, relatedScope(plan, source, parameters, knownOfJudged(plan))),
      ),
    })),
    ...plan.model.sources.flatMap((source) => {
      const derived = derivedLookups(plan, source);
      const rows = { from: table(tables(source.name)), scope: sourceScope(plan.model, parameters) };
      return derived.length === 0 || source.path === null
        ? []
        : [{ from: rows.from, sites: derived.flatMap((lookup) => lookupSites(plan, lookup, rows.scope)) }];
    }),
  ];
}

const site = (
  noun: TableNoun,
  declared: { readonly name: string; readonly table: DecisionTable<unknown> },
  row: SqlExpression,
): RuleSite => ({ rule: { noun, name: declared.name, table: declared.table }, row });

function lookupSites({ model }: Plan, lookup: Lookup, scope: Scope): readonly RuleSite[] {
  const noun = model.contexts.some(({ name }) => name === lookup.table) ? 'context' : 'table';
  const declared: DecisionTable<Constant | null> = scope.table(lookup.table);
  return lookupRows(lookup, scope).map((row) => site(noun, { name: lookup.table, table: declared }, row));
}

/** The rows of a source that point at the population. */
function relatedRows(rows: string, scored: string, via: string, lookups: readonly Lookup[], source: string): Relation {
  const needsMember = lookups.some((lookup) => [...walk(lookup)].some((part) => readsEntity(part, source)));
  const on = operator(column(via, 'row'), '=', column(named.key, 'member'));
  return join(table(rows, 'row'), needsMember ? 'inner' : 'semi', table(scored, 'member'), on);
}

interface RelatedLookups {
  readonly source: string;
  readonly via: string;
  readonly lookups: Lookup[];
}

/** The different lookups of a plan: those of an entity's own row, and those of related rows by source and reference. */
function lookupsOf(plan: Plan): {
  readonly own: readonly Lookup[];
  readonly related: ReadonlyMap<string, RelatedLookups>;
} {
  const own = new Map<string, Lookup>();
  const related = new Map<string, RelatedLookups>();
  const seen = new Set<string>();
  const visit = (expression: Expression, around: { source: string; via: string } | null): void => {
    if (expression.kind === 'lookup') {
      const id = `${around?.source ?? ''}.${around?.via ?? ''} ${fingerprint(expression)}`;
      if (!seen.has(id)) keep(id, expression, around);
    }
    const inside = expression.kind === 'aggregate' ? { source: expression.source, via: expression.via } : around;
    for (const part of parts(expression)) visit(part, inside);
  };
  const keep = (id: string, lookup: Lookup, around: { source: string; via: string } | null): void => {
    seen.add(id);
    if (around === null) {
      own.set(id, lookup);
      return;
    }
    const key = `${around.source}.${around.via}`;
    const group = related.get(key) ?? { ...around, lookups: [] };
    group.lookups.push(lookup);
    related.set(key, group);
  };
  for (const root of ruleRoots(plan)) visit(root, null);
  return { own: [...own.values()], related };
}

/** What the derived columns that rules read look up, row by row of their source. */
function derivedLookups(plan: Plan, source: Plan['source']): readonly Lookup[] {
  const found = new Map<string, Lookup>();
  for (const { name, from } of source.columns) {
    if (from.kind !== 'derived' || !plan.used.get(source.name)?.has(name)) continue;
    for (const part of walk(from.expression)) if (part.kind === 'lookup') found.set(fingerprint(part), part);
  }
  return [...found.values()];
}
