import type { Model } from '@benchbook/dsl';
import type { OptimisationResult, PlanResult, SimulationResult } from '../../planning-types.js';
import type { AskedData, DataSource } from '../../projection/figures/asked-data.js';
import type { KnownValues } from '../../projection/random/quantile-of.js';
import { optimise } from './optimise/optimise.js';
import type { PlanData } from './plan-data.js';
import { withChances } from './simulations/chances.js';
import { simulate, type SimulationGround } from './simulations/simulate.js';
import { workOut } from './work-out.js';

/** A plan at the values of its numbers, what its simulations draw, and what of it is best. */
export async function planned(model: Model, source: PlanData, signal: AbortSignal): Promise<PlanResult> {
  const { result, data } = await workOut(model, source, signal);
  const { simulations, requirements } = model.planning;
  const ground = { model, data, known: await knownValues(model, source), signal };
  await readAll(ground, data, source);
  const simulated: SimulationResult[] = [];
  for (const one of simulations) simulated.push(await simulate(one, ground));
  const optimised: OptimisationResult[] = [];
  for (const one of model.planning.optimisations) optimised.push(await optimise(one, { model, source, signal }));
  return {
    ...result,
    optimisations: optimised,
    simulations: simulated,
    requirements: await withChances(result.requirements, requirements, ground),
  };
}

/** One trial tells which figures about the data are asked for; they are read, until none is lacking. */
async function readAll(ground: SimulationGround, data: AskedData, source: DataSource): Promise<void> {
  const { simulations, requirements } = ground.model.planning;
  if (simulations.length === 0 && requirements.every(({ chance }) => chance === null)) return;
  do {
    ground.signal.throwIfAborted();
    for (const one of simulations) await simulate({ ...one, trials: 1 }, ground);
  } while (await data.read(source));
}

/** The columns of the data that empirical distributions are drawn from. */
async function knownValues({ planning }: Model, source: DataSource): Promise<KnownValues> {
  const read = new Map<string, Float64Array>();
  for (const { distribution, quantity } of planning.uncertain) {
    if (distribution.kind !== 'empirical') continue;
    const { source: name, column } = distribution;
    read.set(`${name}.${column}`, await source.values(name, column, quantity.unit));
  }
  return (name, column) => read.get(`${name}.${column}`) ?? new Float64Array();
}
