import type { Plan } from '../../plan/plan.js';
import { column, operator } from '../expression.js';
import { named } from '../names.js';
import { join, output, select, table, union, type Query, type Relation } from '../query.js';

/**
 * The entities of a population as actions leave their own columns, with their standing as the run before had it: the input of a measure
 * stage whose standing is given.
 *
 * @param rows the table of the population's source as actions leave it
 * @param judged the table of the judged entities before actions
 * @param touched queries for the keys of those that are measured again; null: of everybody
 * @param everyone whether the population is all rows there are, so that rows that actions add belong to it
 */
export function membersAfter(
  plan: Plan,
  rows: string,
  judged: string,
  touched: readonly Query[] | null,
  everyone: boolean,
): Query {
  const { key } = plan.source;
  if (key === null) throw new Error(`source ${plan.source.name} has no key`);
  const before = join(
    table(rows, 'row'),
    everyone ? 'left' : 'inner',
    table(judged, 'before'),
    operator(column(key, 'row'), '=', column(named.key, 'before')),
  );
  return select({
    columns: [
      output(column(key, 'row'), named.key),
      ...plan.measure.columns.map((name) => output(column(name, 'row'), named.column(name))),
      ...standingColumns(plan).map((name) => output(column(name, 'before'), name)),
    ],
    from:
      touched === null
        ? before
        : join(before, 'semi', among(touched), operator(column(key, 'row'), '=', column(named.key, 'touched'))),
  });
}

/** Those who were measured again, and all others as they were: one row for each member of the population. */
export function allAfter(judged: string, again: string): Query {
  const others = join(
    table(judged, 'before'),
    'anti',
    table(again, 'again'),
    operator(column(named.key, 'before'), '=', column(named.key, 'again')),
  );
  return select({
    every: true,
    from: union([select({ every: true, from: others }), select({ every: true, from: table(again) })], 'all'),
  });
}

const among = (touched: readonly Query[]): Relation => union(touched, 'touched');

/** What says where an entity stands among others: its ranks, what its tier goes by, and the percentiles of its peers. */
function standingColumns({ measure, judge }: Plan): readonly string[] {
  return [
    ...measure.ranks.map(({ id }) => id),
    ...measure.tiers.map(({ name }) => named.tierRank(name)),
    ...judge.peers.map(({ id }) => id),
    ...new Set(judge.peers.map(({ group }) => named.peers(group))),
  ];
}
