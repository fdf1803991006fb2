import {
  planFigureParts,
  type Action,
  type Budget,
  type Cohort,
  type Figure,
  type Funnel,
  type Model,
  type PlanFigure,
  type Projection,
  type Quantity,
  type Resource,
} from '@benchbook/dsl';
import type { Outcome } from '../finance/outcome.js';
import { Calendar } from '../flows/courses.js';
import { headsUsed, peak } from '../flows/efforts.js';
import { inPlace, type InPlace } from '../flows/in-place.js';
import { actionSeries, modelSeries, monthlyOf, type FlowGround } from '../flows/model-series.js';
import { balances, summedUp, totalOf, type Series } from '../flows/series.js';
import { perMonth } from '../time/durations.js';
import { planHorizon } from '../time/horizon.js';
import { at, operated, scaled, type Column } from '../values/column.js';
import type { Numbers } from '../values/numbers.js';
import type { DataFigures } from './asked-data.js';
import { BudgetMoney } from './budget-money.js';
import { expectedOf } from './chances.js';
import { cohortFigure, cohortOutcome, type CohortGround } from './cohort-figure.js';
import { funnelFigure } from './funnel-figure.js';
import { headsNeeded } from './heads-needed.js';
import { isSaved } from './is-saved.js';
import { moneyFigure, moneyOutcome, type Money } from './money-figure.js';

/** What plans are worked out under: which actions are taken, and whether figures about the data see them. */
export interface Frame {
  readonly actions: readonly string[];
  readonly acting: boolean;
}

/** On which share of those it is taken on an action succeeds; by itself, the chance that it does. */
export type Luck = (action: Action, taken: Column) => Column;

/** What a plan comes to in every trial of a block. A column holds NaN where there is no value to be had. */
export class PlanValues {
  readonly #known = new Map<string, Column>();
  readonly #calendars = new Map<Projection | null, Calendar>();

  constructor(
    private readonly model: Model,
    private readonly numbers: Numbers,
    private readonly data: DataFigures,
    private readonly luck: Luck = ({ chance }) => (chance === null ? 1 : numbers.column(chance)),
  ) {}

  /** Paths of the drawn numbers that have been read. */
  get read(): ReadonlySet<string> {
    return this.numbers.read;
  }

  get trials(): number {
    return this.numbers.trials;
  }

  /** A figure in its base unit: money in its currency, times in months or days, percents as fractions. */
  figure(figure: PlanFigure, frame: Frame): Column {
    switch (figure.kind) {
      case 'constant':
        return figure.constant.kind === 'quantity' ? this.numbers.column(figure.constant.quantity) : NaN;
      case 'arithmetic':
        return operated(figure.operator, this.figure(figure.left, frame), this.figure(figure.right, frame));
      case 'per': {
        const [of, own] = [figure.of.type, figure.type].map((type) =>
          type.kind === 'number' ? type.unit.scale.toNumber() : 1,
        );
        return scaled(this.figure(figure.of, frame), (own ?? 1) / (of ?? 1));
      }
      case 'saved':
        return operated(
          '-',
          this.figure(figure.of, { ...frame, acting: false }),
          this.figure(figure.of, { ...frame, acting: true }),
        );
      case 'used':
        return this.#once(`used ${figure.resource}`, frame, () => this.#usedAtMost(figure.resource, frame));
      case 'planned':
        return this.#once(`${figure.by} ${figure.name} ${figure.figure}`, frame, () => this.#planned(figure, frame));
      default:
        return this.#ofData(figure, frame);
    }
  }

  /** What actions a model takes: those it names, else all. */
  actionsOf(projection: Projection | null): readonly string[] {
    return projection?.actions ?? this.model.planning.actions.map(({ name }) => name);
  }

  /** See `planHorizon`. */
  calendar(projection: Projection | null = this.model.planning.models[0] ?? null): Calendar {
    const known = this.#calendars.get(projection);
    if (known) return known;
    const made = new Calendar(planHorizon(this.model, projection), this.model.planning.phases, this.numbers);
    this.#calendars.set(projection, made);
    return made;
  }

  /** Everything that flows in a model. */
  series(projection: Projection, frame: Frame): readonly Series[] {
    const within = { ...frame, actions: this.actionsOf(projection) };
    return this.#flows(projection, within, this.taken(within.actions));
  }

  #flows(projection: Projection, frame: Frame, actions: FlowGround['actions']): readonly Series[] {
    return modelSeries(projection, this.calendar(projection), {
      amount: ({ amount }) => this.figure(amount, frame),
      inPlace: ({ amount }) => (isSaved(amount) ? this.#inPlace(amount, projection, frame) : null),
      actions,
    });
  }

  #inPlace(amount: PlanFigure, projection: Projection, frame: Frame): InPlace {
    const taken = this.taken(frame.actions);
    const effects = taken.map(({ action, taken: on }) => ({
      action,
      taken: on,
      // Of one action alone, its time is the time of all.
      alone: taken.length === 1 ? 1 : this.figure(amount, { ...frame, actions: [action.name] }),
    }));
    return inPlace(effects, this.calendar(projection));
  }

  /** The balance at each point of a model's time: (periods + 1) × trials numbers. */
  balances(projection: Projection, frame: Frame): Float64Array {
    return balances(this.series(projection, frame), this.calendar(projection).horizon, projection.flowsAt, this.trials);
  }

  /**
   * What a figure of a model has come to by each point of the model's time: its flows summed up, for the net present value discounted. (periods + 1) × trials
   * numbers; null for a figure without a course.
   */
  course(figure: PlanFigure, frame: Frame): Float64Array | null {
    if (figure.kind !== 'planned' || figure.by !== 'model') return null;
    const projection = this.model.planning.models.find(({ name }) => name === figure.name);
    if (projection === undefined) return null;
    const { horizon } = this.calendar(projection);
    const series = this.series(projection, frame);
    const chosen = chosenBy(figure.figure, series);
    if (chosen.length === 0) return null;
    const discount = figure.figure === 'npv' && projection.discount ? this.numbers.yearly(projection.discount) : null;
    const all = balances(chosen, horizon, projection.flowsAt, this.trials);
    return summedUp(all, this.trials, discount, horizon.each / 12);
  }

  /** Heads of a resource in use, slots × trials numbers. */
  heads(resource: Resource, frame: Frame): Float64Array {
    return headsUsed(resource, this.taken(frame.actions), this.calendar());
  }

  /** The same of one action, taken on so many. */
  headsOf(resource: Resource, action: Action, taken: Column): Float64Array {
    return headsUsed(resource, [{ action, taken }], this.calendar());
  }

  /** On how many an action is taken when these are. */
  takenOf(action: string, actions: readonly string[]): Column {
    return this.data.taken(action, actions);
  }

  /** A rate as a fraction a year. */
  yearly(rate: Quantity): Column {
    return this.numbers.yearly(rate);
  }

  /** What the amount of a flow is multiplied by to be what its weights weigh. */
  scaleOf(flow: Projection['flows'][number]): number {
    return monthlyOf(flow);
  }

  taken(names: readonly string[]): readonly { readonly action: Action; readonly taken: Column }[] {
    return this.model.planning.actions
      .filter(({ name }) => names.includes(name))
      .map((action) => ({ action, taken: this.data.taken(action.name, names) }));
  }

  /** What each category of a budget has cost: what all models and actions spend under its name, an action once. */
  spent({ lines }: Budget, frame: Frame, category: string | null = null): Column {
    const counts = (one: Series): boolean =>
      one.kind === 'cost' &&
      one.category !== null &&
      (category === null ? lines.some((line) => line.category === one.category) : one.category === category);
    const actions = this.taken(frame.actions).flatMap(({ action, taken }) =>
      actionSeries(action, taken, this.calendar()),
    );
    const flows = this.model.planning.models.flatMap((projection) => this.#flows(projection, frame, []));
    return [...flows, ...actions]
      .filter(counts)
      .reduce<Column>((sum, one) => operated('+', sum, totalOf(one, this.trials)), 0);
  }

  #ofData(figure: Figure, { actions, acting }: Frame): Column {
    if (!acting) return this.data.figure(figure, []);
    const taken = this.model.planning.actions.filter(({ name }) => actions.includes(name));
    const succeeding = taken.map((action) => ({
      name: action.name,
      succeeds: this.luck(action, this.data.taken(action.name, actions)),
    }));
    return expectedOf(succeeding, this.trials, (names) => this.data.figure(figure, names));
  }

  #once(key: string, { actions, acting }: Frame, make: () => Column): Column {
    const whole = JSON.stringify([key, acting, actions]);
    const known = this.#known.get(whole);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(whole, made);
    return made;
  }

  #planned({ by, name, figure }: Extract<PlanFigure, { kind: 'planned' }>, frame: Frame): Column {
    const { models, resources, budgets, actions, cohorts, funnels } = this.model.planning;
    const named = <One extends { readonly name: string }>(all: readonly One[]): One => {
      const found = all.find((one) => one.name === name);
      if (found === undefined) throw new Error(`the checker let pass the ${by} ${name}`);
      return found;
    };
    switch (by) {
      case 'model':
        return this.#ofModel(named(models), figure, frame);
      case 'resource':
        return this.#ofResource(named(resources), figure, frame);
      case 'budget':
        return this.#ofBudget(named(budgets), figure, frame);
      case 'action':
        return this.#ofAction(named(actions), figure, frame);
      case 'cohort':
        return this.#ofCohort(named(cohorts), figure, frame);
      case 'funnel':
        return this.#ofFunnel(named(funnels), figure, frame);
    }
  }

  /** Why a figure has no value in the first trial: the first of its parts that has none says so. */
  reason(figure: PlanFigure, frame: Frame): Exclude<Outcome, number> {
    const lacking = [...planFigureParts(figure)].filter((part) => Number.isNaN(at(this.figure(part, frame), 0)));
    const outcomes = lacking.flatMap((part) => (part.kind === 'planned' ? [this.#outcome(part, frame)] : []));
    return outcomes.find((one) => typeof one === 'object') ?? { why: 'no value', several: [] };
  }

  #outcome({ by, name, figure }: Extract<PlanFigure, { kind: 'planned' }>, frame: Frame): Outcome | null {
    const { models, cohorts } = this.model.planning;
    const model = by === 'model' ? models.find((one) => one.name === name) : undefined;
    const cohort = by === 'cohort' ? cohorts.find((one) => one.name === name) : undefined;
    if (model) return moneyOutcome(figure, this.#money(model, this.series(model, frame)));
    return cohort ? cohortOutcome(figure, this.#cohortGround(cohort, frame), 0) : null;
  }

  #ofModel(projection: Projection, figure: string, frame: Frame): Column {
    const series = this.series(projection, frame);
    const named = series.filter(({ name }) => name === figure);
    if (named.length > 0 || this.actionsOf(projection).includes(figure)) return this.#sumOf(named);
    return moneyFigure(figure, this.#money(projection, series));
  }

  #sumOf(series: readonly Series[]): Column {
    return series.reduce<Column>((sum, one) => operated('+', sum, totalOf(one, this.trials)), 0);
  }

  #money(projection: Projection, series: readonly Series[]): Money {
    const { horizon } = this.calendar(projection);
    return {
      cost: this.#sumOf(series.filter(({ kind }) => kind === 'cost')),
      benefit: this.#sumOf(series.filter(({ kind }) => kind === 'benefit')),
      balances: () => balances(series, horizon, projection.flowsAt, this.trials),
      horizon,
      payback: projection.payback,
      discount: projection.discount === null ? null : this.numbers.yearly(projection.discount),
      trials: this.trials,
    };
  }

  #ofResource(resource: Resource, figure: string, frame: Frame): Column {
    const { numbers } = this;
    const headcount = (): Column =>
      resource.headcount === null ? this.#needed(resource, frame) : numbers.column(resource.headcount);
    switch (figure) {
      case 'headcount':
        return headcount();
      case 'needed':
        return this.#needed(resource, frame);
      case 'used':
        return this.#usedAtMost(resource.name, frame);
      case 'utilisation':
        return operated('/', this.#usedAtMost(resource.name, frame), headcount());
      default: {
        const pay = resource.pay?.amount ?? null;
        return pay === null ? NaN : operated('*', headcount(), this.#monthly(pay));
      }
    }
  }

  /** An amount per time, a month. */
  #monthly(amount: Quantity): Column {
    return scaled(this.numbers.column(amount), perMonth(amount.unit));
  }

  #needed(resource: Resource, frame: Frame): Column {
    return this.#once(`needed ${resource.name}`, frame, () =>
      headsNeeded(resource, this.numbers, {
        count: (figure) => this.#ofData(figure, frame),
        members: this.data.members,
        headcount: (name) => {
          const other = this.model.planning.resources.find((one) => one.name === name);
          return other === undefined ? NaN : this.#ofResource(other, 'headcount', frame);
        },
      }),
    );
  }

  #usedAtMost(name: string, frame: Frame): Column {
    const resource = this.model.planning.resources.find((one) => one.name === name);
    return resource === undefined ? NaN : peak(this.heads(resource, frame), this.trials);
  }

  #ofBudget(budget: Budget, figure: string, frame: Frame): Column {
    const money = new BudgetMoney(budget, this.calendar());
    const line = budget.lines.find(({ category }) => category === figure);
    if (line) return money.line(line);
    if (figure === 'spent') return this.spent(budget, frame);
    return figure === 'reserve' ? money.reserve() : money.total();
  }

  #ofAction(action: Action, figure: string, { actions }: Frame): Column {
    const taken = this.data.taken(action.name, actions);
    if (figure === 'taken') return taken;
    return actionSeries(action, taken, this.calendar()).reduce<Column>(
      (sum, one) => operated('+', sum, totalOf(one, this.trials)),
      0,
    );
  }

  #ofCohort(cohort: Cohort, figure: string, frame: Frame): Column {
    return cohortFigure(figure, this.#cohortGround(cohort, frame));
  }

  #cohortGround(cohort: Cohort, frame: Frame): CohortGround {
    const amount = (of: PlanFigure | null): Column => (of === null ? NaN : this.figure(of, frame));
    return {
      size: amount(cohort.size),
      // Worth is money per time: a month's.
      worth:
        cohort.worth?.type.kind === 'number' ? scaled(amount(cohort.worth), perMonth(cohort.worth.type.unit)) : NaN,
      acquisition: cohort.acquisition === null ? NaN : this.numbers.column(cohort.acquisition),
      retention: cohort.retention,
      numbers: this.numbers,
    };
  }

  #ofFunnel(funnel: Funnel, figure: string, frame: Frame): Column {
    return funnelFigure(funnel, figure, this.numbers, (of) => this.#ofData(of, frame));
  }
}

/** The flows that a figure sums up, a cost alone counted as what it is. */
function chosenBy(figure: string, series: readonly Series[]): readonly Series[] {
  if (figure === 'npv') return series;
  const own = series.filter(({ kind, name }) =>
    figure === 'cost' || figure === 'benefit' ? kind === figure : name === figure,
  );
  return own.map((one) => ({ ...one, kind: 'benefit' }));
}
