import type { PopulationReport } from '../../results.js';
import { asDouble, compile } from '../../sql/compile-expression.js';
import { aggregate, cast, column, operator } from '../../sql/expression.js';
import { conditionOf } from '../../sql/members.js';
import { ParameterSheet } from '../../sql/parameters.js';
import { join, output, select, subquery, table } from '../../sql/query.js';
import { entityScope } from '../../sql/scopes.js';
import type { Executed } from '../execute.js';
import { display, unitOf, written } from './formatting.js';

/** Who is in the population, who was left out and why, and where the cut fell. */
export async function populationReport(run: Executed): Promise<PopulationReport> {
  const { population } = run.plan;
  const { kept, dropped, unknown } = run.candidates;
  return {
    name: population.name,
    label: population.label,
    source: population.source,
    size: run.size,
    of: kept + dropped + unknown,
    left_out: { where: dropped, unknown, below_cut: kept - run.size },
    cut: await cutReport(run),
  };
}

async function cutReport(run: Executed): Promise<PopulationReport['cut']> {
  const { plan } = run;
  const { top } = plan.population;
  if (top === null || run.size === 0 || run.candidates.kept === run.size) return null;
  const parameters = new ParameterSheet();
  const members = table(run.members.table);
  const inMembers = compile(top.by, entityScope(plan, parameters, []));
  const inSource = compile(top.by, entityScope(plan, parameters, null));
  const cut = subquery(select({ columns: [output(aggregate('min', [inMembers]), 'cut')], from: members }), 'edge');
  const atCut = await run.database.read(
    select({
      columns: [
        output(aggregate('count', []), 'all'),
        output(asDouble(cast(aggregate('min', [column('cut', 'edge')]), 'VARCHAR')), 'cut'),
      ],
      from: join(
        table(run.sources.tables(plan.source.name)),
        'inner',
        cut,
        operator(inSource, '=', column('cut', 'edge')),
      ),
      where: conditionOf(plan, parameters),
    }),
    parameters.values,
  );
  const own = new ParameterSheet();
  const kept = await run.database.read(
    select({
      columns: [output(aggregate('count', []), 'all')],
      from: join(
        members,
        'inner',
        cut,
        operator(compile(top.by, entityScope(plan, own, [])), '=', column('cut', 'edge')),
      ),
    }),
    own.values,
  );
  return {
    by: written(plan.model, top.by.span),
    display: display(atCut.numbers('cut')[0] ?? null, unitOf(top.by)),
    tied_out: atCut.number('all') - kept.number('all'),
  };
}
