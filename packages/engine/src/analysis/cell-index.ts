import type { Level } from '@benchbook/dsl';
import type { JudgedMetric, Plan } from '../plan/plan.js';
import { idOf, readsOf } from '../plan/values.js';
import { inputsOf } from '../plan/walk.js';
import { cellRows } from '../kernel/cell-query.js';
import { readCells, type Cells } from '../kernel/cells.js';
import type { Told } from '../kernel/cell-key.js';
import { countCells } from '../kernel/count-cells.js';
import { flowsOf } from '../kernel/flows.js';
import { Inexact } from '../kernel/inexact.js';
import { LevelRows } from '../kernel/level-rows.js';
import { movedMetrics } from '../kernel/moved.js';
import { MetricStates } from '../kernel/states.js';
import { groupsIn, withCounts, type Tallies } from '../kernel/tallies.js';
import type { Executed } from '../run/execute.js';
import { dimensionsOf } from '../run/report/dimensions.js';
import { ParameterSheet } from '../sql/parameters.js';
import type { WhatIf } from '../what-if-types.js';
import { countedByDatabase } from './ask-database.js';

/** What a population comes to when one metric is asked something else, without asking the database. */
export class CellIndex {
  #levels: LevelRows | null = null;

  private constructor(
    private readonly base: Plan,
    private readonly centre: Plan,
    private readonly cells: Cells,
    private readonly tallies: Tallies,
  ) {}

  /**
   * Reads a run's narrow columns once.
   *
   * @param centre a run in which the other metrics stand as they will be asked about
   * @param metric the metric that is going to move
   * @throws Inexact when cells cannot tell what the database would
   */
  static async of(base: Executed, centre: Executed, metric: string, signal: AbortSignal): Promise<CellIndex> {
    const { plan } = centre;
    const judged = metricOf(plan, metric);
    if (judged === undefined || judged.amongPeers) throw new Inexact({ kind: 'peers', metric });
    const tallies = await countedByDatabase(centre);
    signal.throwIfAborted();
    const parameters = new ParameterSheet();
    const { query, key } = cellRows(
      { plan, scored: centre.scored.table, base: { plan: base.plan, scored: base.scored.table } },
      judged,
      toldApart(plan, tallies),
      parameters,
    );
    const isRatio = judged.measured.form.kind === 'counts';
    const rows = centre.database.batches(query, parameters.values, { signal });
    return new CellIndex(base.plan, plan, await readCells(metric, key, isRatio, rows), tallies);
  }

  /** Whether a plan differs from this one in nothing but what it asks of the metric that moves. Levels may differ. */
  answers(plan: Plan): boolean {
    return movedMetrics(this.centre.judge, plan.judge).every((metric) => metric === this.cells.metric);
  }

  /**
   * @param apart whether to count each group apart, too; else there are no breakdowns
   * @throws Inexact when cells cannot tell what the database would
   */
  answer(plan: Plan, apart: boolean): Pick<WhatIf, 'whole' | 'breakdowns' | 'flows'> {
    const judged = metricOf(plan, this.cells.metric);
    if (judged === undefined) throw new Inexact({ kind: 'asked' });
    const levels = this.levelsOf(plan);
    const tallies = apart ? this.tallies : { whole: this.tallies.whole, breakdowns: [] };
    const groups = groupsIn(tallies);
    const [before] = this.base.judge.levels;
    const after = plan.judge.levels.find(({ name }) => name === before?.name);
    const counted = countCells(this.cells, new MetricStates(judged, plan), levels, groups, before ?? null);
    return {
      ...withCounts(tallies, this.cells.metric, levels.levels, counted, groups),
      flows: flowsOf(counted.flows, before ?? null, after ?? null),
    };
  }

  /** A slider moves thresholds: the levels are mostly the ones of the position before. */
  private levelsOf(plan: Plan): LevelRows {
    const { levels } = plan.judge;
    const known = this.#levels;
    if (known?.levels.every((level) => levels.includes(level))) return known;
    refuseMovedBelow(this.base, plan);
    return (this.#levels = new LevelRows(plan));
  }
}

function metricOf({ judge }: Plan, name: string): JudgedMetric | undefined {
  return judge.metrics.find(({ measured }) => measured.metric.name === name);
}

/** Groups that judging moves entities between are no groups to count by. */
function toldApart(plan: Plan, { breakdowns }: Tallies): readonly Told[] {
  const late = new Set(plan.score.steps.flat().map(idOf));
  return dimensionsOf(plan).map(({ name, expression }, index) => {
    if (expression.kind === 'given' && late.has(`${expression.by} ${expression.name}`))
      throw new Inexact({ kind: 'judged', by: name });
    return { by: name, expression, values: (breakdowns[index]?.groups ?? []).map(({ value }) => value) };
  });
}

/**
 * A first level that stayed as it was and reads another one that did not: a comparison of the two runs blames the data for whom that moves,
 * and so has to be made.
 */
function refuseMovedBelow(base: Plan, plan: Plan): void {
  const [first] = plan.judge.levels;
  if (first === undefined || !sameLevel(base, first)) return;
  const reads = inputsOf(first.table).flatMap((input) => [...readsOf(input)]);
  const moved = plan.judge.levels.find((level) => reads.includes(`level ${level.name}`) && !sameLevel(base, level));
  if (moved !== undefined) throw new Inexact({ kind: 'level', level: first.name });
}

function sameLevel({ judge }: Plan, level: Level): boolean {
  const own = judge.levels.find(({ name }) => name === level.name);
  return own === level || JSON.stringify(own?.table) === JSON.stringify(level.table);
}
