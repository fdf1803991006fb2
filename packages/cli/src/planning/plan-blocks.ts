import type { PlanResult } from '@benchbook/engine';
import type { Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { actionBlocks } from './action-blocks.js';
import { budgetBlocks } from './budget-blocks.js';
import { clashBlocks } from './clash-blocks.js';
import { figureBlocks } from './figure-blocks.js';
import { funnelBlocks } from './funnel-blocks.js';
import { moneyBlocks } from './money-blocks.js';
import { optimisationBlocks } from './optimisation-blocks.js';
import { phaseBlocks } from './phase-blocks.js';
import { requirementBlocks } from './requirement-blocks.js';
import { resourceBlocks } from './resource-blocks.js';
import { simulationBlocks } from './simulation-blocks.js';
import { uncertainBlocks } from './uncertain-blocks.js';

/** A plan as a person reads it: what comes of it first, then what it is made of. */
export function planBlocks(plan: PlanResult, { planning: words }: Words): readonly Block[] {
  return [
    ...plan.models.flatMap((one) => moneyBlocks(one, words)),
    ...plan.simulations.flatMap((one) => simulationBlocks(one, plan, words)),
    ...plan.optimisations.flatMap((one) => optimisationBlocks(one, words)),
    ...clashBlocks(plan.clashes, words),
    ...requirementBlocks(plan.requirements, words),
    ...actionBlocks(plan.actions, words),
    ...resourceBlocks(plan.resources, words),
    ...plan.budgets.flatMap((one) => budgetBlocks(one, words)),
    ...phaseBlocks(plan.phases, words),
    ...plan.funnels.flatMap((one) => funnelBlocks(one, words)),
    ...plan.cohorts.flatMap((one) => figureBlocks(one, words)),
    ...uncertainBlocks(plan.uncertain, words),
  ];
}

/** Whether a rulebook plans anything. */
export const isPlanned = ({
  models,
  actions,
  resources,
  budgets,
  phases,
  funnels,
  cohorts,
  requirements,
  clashes,
}: PlanResult): boolean =>
  [models, actions, resources, budgets, phases, funnels, cohorts, requirements, clashes].some(
    (each) => each.length > 0,
  );
