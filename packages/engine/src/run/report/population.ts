import type { PopulationReport } from '../../results.js';
import { compile } from '../../sql/compile-expression.js';
import { aggregate, cases, column, literal, operator, window } from '../../sql/expression.js';
import { candidateScope, conditionOf } from '../../sql/members.js';
import { named } from '../../sql/names.js';
import { ParameterSheet } from '../../sql/parameters.js';
import { place } from '../../sql/place.js';
import { output, select, subquery } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { display, plainText, titleOf, unitOf } from './formatting.js';

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
  const scope = candidateScope(plan, parameters);
  const by = compile(top.by, scope);
  const placed = select({
    columns: [output(by, 'by'), output(place(by, column(named.key)), 'place')],
    from: run.chosenFrom,
    where: conditionOf(plan.population, scope),
  });
  const last = cases([{ when: operator(column('place'), '=', literal(run.size)), then: column('by') }]);
  const edged = select({
    every: true,
    columns: [output(window('max', [last], {}), 'edge')],
    from: subquery(placed, 'placed'),
  });
  const beyond = operator(column('place'), '>', literal(run.size));
  const read = await run.database.read(
    select({
      columns: [
        output(aggregate('count', [], { where: beyond }), 'tied'),
        output(aggregate('min', [column('edge')]), 'edge'),
      ],
      from: subquery(edged, 'edged'),
      where: operator(column('by'), '=', column('edge')),
    }),
    parameters.values,
  );
  const edge = read.cell('edge');
  return {
    by: titleOf(plan.model, top.by),
    display: typeof edge === 'number' ? display(edge, unitOf(top.by)) : plainText(edge),
    tied_out: read.number('tied'),
  };
}
