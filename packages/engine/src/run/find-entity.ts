import type { Columns } from '../database/columns.js';
import { compile } from '../sql/compile-expression.js';
import { any, call, cast, column, literal, operator, window, type SqlExpression } from '../sql/expression.js';
import { candidateScope, conditionOf } from '../sql/members.js';
import { named } from '../sql/names.js';
import { ParameterSheet } from '../sql/parameters.js';
import { output, select, subquery, table, type Query } from '../sql/query.js';
import type { Outside } from '../workbook-types.js';
import type { Executed } from './execute.js';
import { insideColumns } from './explain-metric.js';
import { display, plainText, titleOf, unitOf, written } from './report/formatting.js';
import { rankingOrder } from './report/ranking.js';

/** Keys and names close to a text that found nothing. */
export async function similar(
  run: Executed,
  text: string,
): Promise<readonly { readonly key: string; readonly name: string | null }[]> {
  const sought = literal(text.toLowerCase());
  const parameters = new ParameterSheet();
  const ranked = rankedRows(run);
  const likeness = (name: string): SqlExpression =>
    call('jaro_winkler_similarity', call('lower', column(name)), sought);
  const closeness = call('greatest', likeness('name.text'), likeness('key.text'));
  const query = select({
    columns: [output(column('key.text'), 'key'), output(column('name.text'), 'name'), output(closeness, 'closeness')],
    from: subquery(ranked, 'ranked'),
    where: operator(closeness, '>', literal(0.75)),
    orderBy: [
      { by: column('closeness'), descending: true },
      { by: column('key'), descending: false },
    ],
    limit: 3,
  });
  const columns = await run.database.read(query, parameters.values);
  return columns.texts('key').map((key, at) => ({ key: key ?? '', name: columns.text('name', at) }));
}

function rankedRows(run: Executed): Query {
  const { naming, key } = run.plan.source;
  const name = naming === null || naming === key ? column(named.key) : column(named.column(naming));
  return select({
    every: true,
    columns: [
      output(cast(column(named.key), 'VARCHAR'), 'key.text'),
      output(cast(name, 'VARCHAR'), 'name.text'),
      output(window('row_number', [], { order: rankingOrder(run.plan) }), 'rank'),
    ],
    from: table(run.scored.table),
  });
}

/** The scored row of a key, or of a name that only one entity has. */
export async function findRow(run: Executed, keyOrName: string): Promise<Columns | null> {
  const find = (name: string): Promise<Columns> => {
    const parameters = new ParameterSheet();
    const query = select({
      every: true,
      columns: run.plan.measure.metrics.flatMap((measured) => insideColumns(run, measured, parameters)),
      from: subquery(rankedRows(run), 'ranked'),
      where: operator(column(name), '=', literal(keyOrName)),
      limit: 2,
    });
    return run.database.read(query, parameters.values);
  };
  const byKey = await find('key.text');
  if (byKey.size === 1) return byKey;
  const byName = await find('name.text');
  return byName.size === 1 ? byName : null;
}

/** Why a row of the source is not in the population; null when the source has no such key, or no such name alone. */
export async function outside(run: Executed, keyOrName: string): Promise<Outside | null> {
  const { plan } = run;
  const { top, where } = plan.population;
  const { naming, key } = plan.source;
  const parameters = new ParameterSheet();
  const name = naming === null || naming === key ? column(named.key) : column(named.column(naming));
  const scope = candidateScope(plan, parameters);
  const query = select({
    columns: [
      output(cast(column(named.key), 'VARCHAR'), 'key'),
      output(cast(name, 'VARCHAR'), 'name'),
      output(conditionOf(plan.population, scope), 'truth'),
      output(top === null ? literal(null) : compile(top.by, scope), 'by'),
    ],
    from: run.chosenFrom,
    where: any([
      operator(cast(column(named.key), 'VARCHAR'), '=', literal(keyOrName)),
      operator(cast(name, 'VARCHAR'), '=', literal(keyOrName)),
    ]),
    limit: 2,
  });
  const found = await run.database.read(query, parameters.values);
  if (found.size !== 1) return null;
  const truth = found.booleans('truth')[0] ?? null;
  const who = { key: found.text('key') ?? '', name: found.text('name') };
  const rule = where === null ? '' : written(plan.model, where.span);
  const by = found.cell('by');
  const shown = typeof by === 'number' && top !== null ? display(by, unitOf(top.by)) : plainText(by);
  const amount = top === null ? '' : `${titleOf(plan.model, top.by)} ${shown}`;
  if (truth === true) return { ...who, why: 'below cut', display: amount };
  return truth === null
    ? { ...who, why: 'unknown', display: amount === '' ? rule : amount }
    : { ...who, why: 'where', display: rule };
}
