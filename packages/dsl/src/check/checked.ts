import type {
  Band,
  Benchmark,
  Context,
  Level,
  Lookup,
  Metric,
  Param,
  Population,
  Score,
  Source,
  Target,
  Test,
  Tier,
  Waiver,
} from '../model/model.js';
import type { Scenario } from '../model/scenario.js';
import type { CheckedPlanning } from './planning/checked.js';

/** What the checker makes of each kind of named declaration. */
export interface Checked extends CheckedPlanning {
  source: Source;
  param: Param;
  context: Context;
  population: Population;
  band: Band;
  table: Lookup;
  metric: Metric;
  benchmark: Benchmark;
  waiver: Waiver;
  level: Level;
  tier: Tier;
  score: Score;
  target: Target;
  test: Test;
  scenario: Scenario;
}

export type CheckedNoun = keyof Checked;
