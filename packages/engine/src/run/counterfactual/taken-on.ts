import { aggregate, ascending, cast, column, literal, operator, type SqlExpression } from '../../sql/expression.js';
import { acted, OUTCOMES, type Outcome } from '../../sql/counterfactual/names.js';
import { takenKeys } from '../../sql/counterfactual/outcomes.js';
import { named } from '../../sql/names.js';
import { join, output, select, subquery, table } from '../../sql/query.js';
import type { Applied } from './apply-actions.js';
import type { Counterfactual } from './with-actions.js';

/** Whom an action is taken on, and whom it is not. */
export interface TakenOn {
  readonly action: string;
  readonly entities: number;
  /** The first of them, in the order in which they are eligible. */
  readonly keys: readonly string[];
  /** Rows added, over all sources. */
  readonly rows: number;
  /**
   * How many it was asked for and not taken on: they have all that it would add; a limit in all; an action that must come before is not
   * taken on them; or they are not eligible, which is counted only where keys were given.
   */
  readonly skipped: {
    readonly hasIt: number;
    readonly limit: number;
    readonly waits: number;
    readonly notEligible: number;
  };
}

/**
 * @param most keys that are listed
 * @throws TypeError for an action that was not taken
 */
export async function takenOn(run: Counterfactual, action: string, most = 100): Promise<TakenOn> {
  const applied = run.applied.find((one) => one.action.name === action);
  if (applied === undefined) throw new TypeError(`the action ${action} is not taken`);
  return run.held(async () => {
    const { database } = run;
    const count = (outcome: Outcome): SqlExpression =>
      aggregate('count', [], { where: operator(column(acted.outcome), '=', literal(OUTCOMES.indexOf(outcome))) });
    const counts = await database.read(
      select({ columns: OUTCOMES.map((name) => output(count(name), name)), from: table(applied.outcome.table) }),
    );
    const of = (outcome: Outcome): number => counts.number(outcome);
    const eligible = OUTCOMES.reduce((all, outcome) => all + of(outcome), 0);
    const asked = applied.on === 'eligible' ? eligible : new Set(applied.on).size;
    return {
      action,
      entities: of('taken'),
      keys: await firstKeys(run, applied, most),
      rows: await rowsAdded(run, applied),
      skipped: { hasIt: of('has it'), limit: of('limit'), waits: of('waits'), notEligible: asked - eligible },
    };
  });
}

async function firstKeys({ database }: Counterfactual, { outcome }: Applied, most: number): Promise<readonly string[]> {
  const taken = operator(column(acted.outcome), '=', literal(OUTCOMES.indexOf('taken')));
  const rows = await database.read(
    select({
      columns: [output(cast(column(named.key), 'VARCHAR'), 'key')],
      from: table(outcome.table),
      where: taken,
      orderBy: [ascending(column(acted.place))],
      limit: most,
    }),
  );
  return rows.texts('key').map((key) => key ?? '');
}

async function rowsAdded({ database }: Counterfactual, { lacking, outcome }: Applied): Promise<number> {
  if (lacking === null) return 0;
  const from = join(
    table(lacking.table, 'lacking'),
    'semi',
    subquery(takenKeys(outcome.table), 'taken'),
    operator(column(acted.for, 'lacking'), '=', column(named.key, 'taken')),
  );
  return (await database.read(select({ columns: [output(aggregate('count', []), 'rows')], from }))).number('rows');
}
