import type { Cell } from '../database/database.js';
import type { TableHits } from '../results.js';
import { aggregate, call } from '../sql/expression.js';
import { ParameterSheet } from '../sql/parameters.js';
import { output, select } from '../sql/query.js';
import { ruleSites, type RuleSites } from '../sql/rule-sites.js';
import type { Executed } from './execute.js';

/**
 * How often each row of each decision table answered in a finished run; rows that never did count 0. Reads the finished tables once,
 * whatever the number of rules; a run itself pays nothing for it.
 */
export async function ruleHits(run: Executed): Promise<readonly TableHits[]> {
  const parameters = new ParameterSheet();
  const groups = ruleSites(run.plan, run.scored.table, run.sources.tables, parameters);
  const counted = new Map<string, { readonly noun: TableHits['noun']; readonly name: string; hits: number[] }>();
  for (const group of groups) {
    const counts = await countRows(run, group, parameters);
    group.sites.forEach(({ rule }, index) => {
      const id = `${rule.noun} ${rule.name}`;
      const found = counted.get(id) ?? { noun: rule.noun, name: rule.name, hits: rule.table.rows.map(() => 0) };
      for (const [row, count] of counts[index] ?? []) found.hits[row - 1] = (found.hits[row - 1] ?? 0) + count;
      counted.set(id, found);
    });
  }
  return [...counted.values()];
}

/** For each site the rows that answered and how often. */
async function countRows(
  run: Executed,
  { from, sites }: RuleSites,
  parameters: ParameterSheet,
): Promise<readonly (readonly (readonly [number, number])[])[]> {
  if (sites.length === 0) return [];
  const query = select({
    columns: sites.flatMap(({ row }, index) => [
      output(call('map_keys', aggregate('histogram', [row])), `rows_${index}`),
      output(call('map_values', aggregate('histogram', [row])), `counts_${index}`),
    ]),
    from,
  });
  const read = await run.database.read(query, parameters.values);
  return sites.map((_, index) => {
    const counts = numbers(read.cell(`counts_${index}`));
    return numbers(read.cell(`rows_${index}`)).map((row, at) => [row, counts[at] ?? 0] as const);
  });
}

function numbers(cell: Cell): readonly number[] {
  return Array.isArray(cell) ? cell.map(Number) : [];
}
