import type { Requirement } from '@benchbook/dsl';
import type { RequirementResult } from '../../../planning-types.js';
import { compares } from '../meets.js';
import { shownShare } from '../shown.js';
import type { Frame } from '../../../projection/figures/plan-values.js';
import { heldIn } from './held-in.js';
import { trialsOf, type SimulationGround } from './simulate.js';

/** What is drawn for chances where the rulebook simulates nothing itself. */
const TERMS = { trials: 10_000, seed: 1, sampling: 'random' } as const;

/** How often each requirement with a chance holds, in the trials of the first simulation: the others stay as they are. */
export async function withChances(
  results: readonly RequirementResult[],
  requirements: readonly Requirement[],
  ground: SimulationGround,
): Promise<readonly RequirementResult[]> {
  const asked = requirements.filter(({ chance }) => chance !== null);
  if (asked.length === 0) return results;
  const { planning } = ground.model;
  const drawn = trialsOf(planning.simulations[0] ?? TERMS, ground);
  if (drawn.kind === 'refused') return results;
  const frame: Frame = { actions: planning.actions.map(({ name }) => name), acting: true };
  const questions = asked.flatMap(({ condition: { left, right } }) =>
    [left, right].map((figure) => ({ figure, frame })),
  );
  const { columns } = await drawn.trials.answer(questions, ground.signal);
  return results.map((result, index) => {
    const requirement = requirements[index];
    const place = requirement ? asked.indexOf(requirement) * 2 : -1;
    if (!requirement?.chance || place < 0) return result;
    const { held, told } = heldIn(requirement.condition, columns.slice(place, place + 2));
    const wanted = requirement.chance.chance.value.toNumber();
    return {
      ...result,
      holds: told === 0 ? null : compares(requirement.chance.operator, held / told, wanted),
      chance: { wanted: shownShare(wanted), found: shownShare(held / told), trials: told },
    };
  });
}
