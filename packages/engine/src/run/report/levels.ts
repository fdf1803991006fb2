import type { Constant, Level } from '@benchbook/dsl';
import { whereOf } from '../../notices/where.js';
import type { LevelReport } from '../../results.js';
import { aggregate, column } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';
import { display, PERCENT } from './formatting.js';

/** Counts of each level, in the order of its rows, with the share of each label and of all before it. */
export async function levelReports(run: Executed): Promise<readonly LevelReport[]> {
  return Promise.all(run.plan.judge.levels.map((level) => levelReport(run, level)));
}

async function levelReport(run: Executed, level: Level): Promise<LevelReport> {
  const rows = await countRows(run, level);
  const count = (label: string): number =>
    level.table.rows.reduce(
      (total, row, index) => (labelOf(row.outcomes[0]) === label ? total + (rows.get(index + 1) ?? 0) : total),
      0,
    );
  let before = 0;
  return {
    name: level.name,
    label: level.label,
    ...whereOf(run.plan.model, level),
    unknown: rows.get(null) ?? 0,
    labels: level.labels.map((label) => {
      const own = count(label);
      before += own;
      const [share, cumulative] = run.size === 0 ? [0, 0] : [own / run.size, before / run.size];
      const row = level.table.rows.find((candidate) => labelOf(candidate.outcomes[0]) === label);
      return {
        label,
        count: own,
        share,
        share_display: display(share, PERCENT, 1),
        cumulative,
        cumulative_display: display(cumulative, PERCENT, 1),
        rule: row?.text ?? '',
        ...whereOf(run.plan.model, row ?? level),
      };
    }),
  };
}

async function countRows(run: Executed, level: Level): Promise<ReadonlyMap<number | null, number>> {
  const row = column(named.level(level.name));
  const columns = await readScored(run, () => ({
    columns: [output(row, 'row'), output(aggregate('count', []), 'count')],
    groupBy: [row],
  }));
  return new Map(columns.numbers('row').map((index, at) => [index, columns.number('count', at)]));
}

/** The label that a level's outcome holds. */
export function labelOf(outcome: Constant | null | undefined): string | null {
  return outcome?.kind === 'text' ? outcome.text : null;
}

/** `{ high: 1339, medium: 67, low: 1, unknown: 0 }` of one level. */
export function countsOf(level: LevelReport): Readonly<Record<string, number>> {
  return Object.fromEntries([
    ...level.labels.map(({ label, count }) => [label, count] as const),
    ['unknown', level.unknown] as const,
  ]);
}
