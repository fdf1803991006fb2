import type { Level } from '@benchbook/dsl';
import type { Plan } from '../plan/plan.js';
import { judgedScope } from '../sql/judged-scope.js';
import { named } from '../sql/names.js';
import { ParameterSheet } from '../sql/parameters.js';
import type { SqlExpression } from '../sql/expression.js';
import { valueColumns } from '../sql/value-columns.js';
import { evaluate, NotHere, type Scalar } from './evaluate.js';
import { Inexact } from './inexact.js';

/** How many metrics of an account are in which state. */
export interface Counts {
  readonly failed: number;
  readonly passed: number;
  readonly unknown: number;
}

/** The rows of the levels that judging decides, for any counts: from 1, 0 for unknown, in the order of `levels`. */
export class LevelRows {
  readonly levels: readonly Level[];
  private readonly known = new Map<number, readonly number[]>();
  private readonly rows: readonly { readonly level: Level; readonly as: string; readonly row: SqlExpression }[];
  private readonly parameters = new ParameterSheet();

  constructor(plan: Plan) {
    const scope = judgedScope(plan, this.parameters);
    const byName = new Map(plan.judge.levels.map((level) => [level.name, level]));
    this.levels = lateLevels(plan).flatMap((name) => byName.get(name) ?? []);
    this.rows = this.levels.flatMap((level) =>
      valueColumns({ kind: 'level', level }, plan, scope)
        .flat()
        .map(({ as, expression }) => ({ level, as, row: expression })),
    );
  }

  /** @throws Inexact when a level reads more than the counts */
  of(counts: Counts): readonly number[] {
    const key = (counts.failed * SPREAD + counts.passed) * SPREAD + counts.unknown;
    const found = this.known.get(key) ?? this.evaluated(counts);
    this.known.set(key, found);
    return found;
  }

  private evaluated(counts: Counts): readonly number[] {
    const known = new Map<string, Scalar>(Object.entries(counts));
    const ground = { column: (name: string) => known.get(name), parameters: this.parameters.values };
    for (const { level, as, row } of this.rows) {
      try {
        known.set(as, evaluate(row, ground));
      } catch (error) {
        if (error instanceof NotHere) throw new Inexact({ kind: 'level', level: level.name });
        throw error;
      }
    }
    return this.levels.map(({ name }) => Number(known.get(named.level(name)) ?? 0));
  }
}

/** More than the metrics of any rulebook. */
const SPREAD = 1024;

/** The levels that judging can move, each after those it reads. */
function lateLevels({ score }: Plan): readonly string[] {
  return score.steps.flat().flatMap((value) => (value.kind === 'level' ? [value.level.name] : []));
}
