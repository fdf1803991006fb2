import type { Model, PlanFigure, Projection, Simulation, SimulationFigure } from '@benchbook/dsl';
import { whereOf } from '../../../notices/where.js';
import type { SimulatedFigure, SimulationResult } from '../../../planning-types.js';
import type { DataFigures } from '../../../projection/figures/asked-data.js';
import type { Frame } from '../../../projection/figures/plan-values.js';
import { drawColumns } from '../../../projection/random/draw-columns.js';
import type { KnownValues } from '../../../projection/random/quantile-of.js';
import { drivenBy } from '../../../projection/statistics/drivers.js';
import {
  deviationOf,
  meanOf,
  percentileOf,
  shareOf,
  type Estimate,
  type Sample,
} from '../../../projection/statistics/sample.js';
import { heldIn } from './held-in.js';
import { Questions, Samples } from './questions.js';
import { shown, shownShare, unitOfFigure } from '../shown.js';
import { fanOf } from './fan.js';
import { readByRules } from './read-by-rules.js';
import { Trials } from './trials.js';

/** What a simulation is made on. */
export interface SimulationGround {
  readonly model: Model;
  readonly data: DataFigures;
  readonly known: KnownValues;
  readonly signal: AbortSignal;
}

type Terms = Pick<Simulation, 'trials' | 'seed' | 'sampling'>;

/** Draws of all uncertain numbers, or why they cannot be drawn. */
export function trialsOf({ trials, seed, sampling }: Terms, { model, data, known }: SimulationGround) {
  const { uncertain, correlations } = model.planning;
  const pairs = correlations.map(({ first, second, correlation }) => ({
    first,
    second,
    correlation: correlation.value.toNumber(),
  }));
  const draw = drawColumns(uncertain, { trials, seed, sampling, pairs }, known);
  if (draw.kind === 'refused') return draw;
  return { ...draw, trials: new Trials(model, data, seed, draw.columns, trials) };
}

/** What the figures of a model come to over the trials of a simulation. */
export async function simulate(simulation: Simulation, ground: SimulationGround): Promise<SimulationResult> {
  const { model, signal } = ground;
  const projection = model.planning.models.find(({ name }) => name === simulation.model);
  if (projection === undefined) throw new Error(`the checker let pass the model ${simulation.model}`);
  const common = {
    model: simulation.model,
    ...whereOf(model, simulation),
    trials: simulation.trials,
    seed: simulation.seed,
    sampling: simulation.sampling,
  };
  const drawn = trialsOf(simulation, ground);
  if (drawn.kind === 'refused')
    return { ...common, figures: [], driven: null, drivers: [], fixed: [], repaired: null, refused: drawn.refusals };
  const frame: Frame = { actions: projection.actions ?? model.planning.actions.map(({ name }) => name), acting: false };
  const driven = drivenFigure(projection, simulation);
  const questions = new Questions(frame);
  const asked = simulation.report.map((one) => sidesOf(one).map((figure) => questions.ask(figure)));
  const drivenAt = driven === null ? null : questions.ask(driven);
  const found = await drawn.trials.answer(questions.all, signal);
  const samples = new Samples(found.columns);
  const figures: SimulatedFigure[] = [];
  for (const [index, one] of simulation.report.entries()) {
    const fan =
      one.kind === 'fan'
        ? await fanOf(one.of, projection, frame, unitOfFigure(one.of.type), drawn.trials, signal)
        : null;
    figures.push({ ...simulated(one, asked[index] ?? [], samples), fan });
  }
  return {
    ...common,
    figures,
    driven: driven?.kind === 'planned' ? driven.figure : null,
    drivers: drivenAt === null ? [] : driversOf(samples.column(drivenAt), found.read, drawn.columns),
    fixed: readByRules(
      model,
      model.planning.uncertain.map(({ path }) => path),
    ),
    repaired: drawn.repaired,
    refused: [],
  };
}

const sidesOf = (one: SimulationFigure): readonly PlanFigure[] =>
  one.kind === 'chance' ? [one.of.left, one.of.right] : [one.of];

/** What drivers are told of: the net present value, or the first figure of the model that the simulation reports. */
function drivenFigure(projection: Projection, { report }: Simulation): PlanFigure | null {
  const reported = report.flatMap((one) => (one.kind === 'chance' ? [one.of.left] : [one.of]));
  const all = [...projection.report, ...reported];
  const named = (figure: PlanFigure): boolean => figure.kind === 'planned' && figure.name === projection.name;
  return (
    all.find((one) => one.kind === 'planned' && one.figure === 'npv' && named(one)) ?? reported.find(named) ?? null
  );
}

function driversOf(
  figure: Float64Array,
  read: ReadonlySet<string>,
  drawn: ReadonlyMap<string, Float64Array>,
): SimulationResult['drivers'] {
  const own = [...drawn].filter(([path]) => read.has(path));
  const found = drivenBy(
    own.map(([, column]) => column),
    figure,
  );
  return own
    .map(([path], place) => ({ path, ...(found[place] ?? { correlation: 0, explained: 0 }) }))
    .sort((one, other) => Math.abs(other.correlation) - Math.abs(one.correlation));
}

function simulated(
  one: SimulationFigure,
  [first = 0, second = 0]: readonly number[],
  samples: Samples,
): Omit<SimulatedFigure, 'fan'> {
  if (one.kind === 'chance') {
    const left = samples.column(first);
    const { held, told } = heldIn(one.of, [left, samples.column(second)]);
    const { value, error } = shareOf(held, told);
    return { text: one.text, figure: shownShare(value), error: shownShare(error), without: left.length - told };
  }
  const sample = samples.sample(first);
  const { value, error } = estimateOf(one, sample);
  const unit = unitOfFigure(one.of.type);
  return {
    text: one.text,
    figure: shown(value, unit),
    error: Number.isFinite(error) ? shown(error, unit) : null,
    without: sample.without,
  };
}

function estimateOf(one: Exclude<SimulationFigure, { kind: 'chance' }>, sample: Sample): Estimate {
  switch (one.kind) {
    case 'mean':
      return meanOf(sample);
    case 'sd':
      return deviationOf(sample);
    case 'percentile':
      return percentileOf(sample, one.percent / 100);
    case 'fan':
      return percentileOf(sample, 0.5);
  }
}
