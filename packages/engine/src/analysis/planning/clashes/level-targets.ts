import type { Figure, FixedThreshold, Target, TargetRow } from '@benchbook/dsl';
import type { Clash, PlanStatement } from '../../../planning-types.js';
import { shareOfConverted } from '../../../projection/figures/data-wanted.js';
import { percent } from '../shown.js';
import type { Worked } from '../worked.js';
import { leastFailures, levelAsked } from './level-of.js';
import { mostWithFailures } from './most-with-failures.js';
import { targetStatement } from './stated.js';

interface Passing {
  readonly metric: string;
  /** The share that may fail, a fraction. */
  readonly failing: number;
  readonly statement: PlanStatement;
}

/** What a row asks of a level's share: to bring it below `most`, and how that is worked out. */
interface Asked {
  readonly most: number;
  readonly how: readonly string[];
}

/**
 * Targets for the share that passes each measure bound how many can fail several of them, and so the share of a level that goes by failures. A target for
 * that level which asks for less than follows is dominated.
 */
export function levelTargets(targets: readonly Target[], worked: Worked): readonly Clash[] {
  return targets.flatMap((target) => {
    const passing = target.rows.flatMap((row) => passingOf(row, worked) ?? []);
    return target.rows.flatMap((row) => clashOf(row, target, passing, worked) ?? []);
  });
}

function passingOf(row: TargetRow, { model }: Worked): Passing | null {
  const { measure, attain } = row;
  if (measure.kind !== 'attainment' || measure.name === 'unknown') return null;
  const passes = measure.name === 'passed';
  const bound = boundOf(attain, passes ? '>' : '<');
  if (bound === null) return null;
  return { metric: measure.metric, failing: passes ? 1 - bound : bound, statement: targetStatement(model, row) };
}

function clashOf(row: TargetRow, target: Target, passing: readonly Passing[], worked: Worked): Clash | null {
  const { measure } = row;
  if (measure.kind !== 'converted' && measure.kind !== 'tally') return null;
  const asked = levelAsked(measure.where);
  const level = worked.model.levels.find(({ name }) => name === asked?.level);
  const least = asked && level ? leastFailures(level, asked.label) : null;
  if (least === null || least < 1 || !coversAll(passing, target, worked)) return null;
  const { share, terms, over } = mostWithFailures(
    passing.map(({ failing }) => failing),
    least,
  );
  const leaves = askedOf(row, measure, share, worked);
  if (leaves === null || terms.length === 0 || leaves.most <= share) return null;
  const sum = terms.map(percent).join(' + ');
  return {
    kind: 'dominated',
    reason: 'follows from what passes',
    statements: [targetStatement(worked.model, row), ...passing.map((one) => one.statement)],
    arithmetic: [over === 1 ? `${sum} = ${percent(share)}` : `(${sum}) ÷ ${over} = ${percent(share)}`, ...leaves.how],
    ways: [],
  };
}

/** Whether every measure that is judged has a share that must pass: of one without, everybody may fail. */
function coversAll(passing: readonly Passing[], { population }: Target, { model }: Worked): boolean {
  const applied = model.applies.filter((one) => one.population === population).flatMap((one) => one.benchmarks);
  const judged = model.benchmarks.filter(({ name }) => applied.includes(name)).flatMap(({ metrics }) => metrics);
  return judged.length > 0 && judged.every((metric) => passing.some((one) => one.metric === metric));
}

function askedOf(row: TargetRow, measure: Figure, share: number, worked: Worked): Asked | null {
  if (measure.kind === 'tally' && measure.name === 'share') {
    const most = boundOf(row.attain, '<');
    return most === null ? null : { most, how: [] };
  }
  const converted = measure.kind === 'converted' ? boundOf(row.attain, '>') : null;
  if (converted === null || measure.kind !== 'converted') return null;
  const before = worked.number(shareOfConverted(measure));
  if (!Number.isFinite(before) || before <= 0) return null;
  const most = before * (1 - converted);
  return {
    most,
    how: [
      `1 − ${percent(share)} ÷ ${percent(before)} = ${percent(1 - share / before)}`,
      `${percent(before)} × (1 − ${percent(converted)}) = ${percent(most)}`,
    ],
  };
}

/** The end of a threshold on one side, as a fraction. */
function boundOf(attain: FixedThreshold, side: '<' | '>'): number | null {
  if (attain.kind === 'range') return (side === '>' ? attain.low : attain.high).value.toNumber();
  return attain.operator.startsWith(side) ? attain.quantity.value.toNumber() : null;
}
