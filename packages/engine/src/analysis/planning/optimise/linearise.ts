import type { Action, Figure, Model, PlanFigure, Projection } from '@benchbook/dsl';
import { actionSeries } from '../../../projection/flows/model-series.js';
import { balances, totalOf, type Series } from '../../../projection/flows/series.js';
import type { Frame, PlanValues } from '../../../projection/figures/plan-values.js';
import { presentValue } from '../../../projection/figures/present-value.js';
import { at } from '../../../projection/values/column.js';
import { constant, isConstant, multiple, plus, type Linear } from './linear.js';

/** A part of a figure that does not add up over what is chosen. */
export class NotLinear extends Error {
  constructor(readonly figure: PlanFigure) {
    super('not linear');
  }
}

/**
 * Figures of a plan as sums over what is chosen. When money flows is taken as when all actions are taken on everybody they can be: what is chosen is worked out
 * exactly afterwards.
 */
export class Linearised {
  readonly #frame: Frame;

  constructor(
    private readonly model: Model,
    private readonly values: PlanValues,
    /** Those that are chosen. */
    private readonly actions: readonly Action[],
  ) {
    this.#frame = { actions: actions.map(({ name }) => name), acting: true };
  }

  /** @throws NotLinear for a figure that is no sum of what is chosen */
  of(figure: PlanFigure, acting = true): Linear {
    switch (figure.kind) {
      case 'constant':
        return constant(this.#number(figure));
      case 'arithmetic':
        return this.#arithmetic(figure, acting);
      case 'per':
        return multiple(this.of(figure.of, acting), this.#perOf(figure));
      case 'saved':
        return plus(this.of(figure.of, false), this.of(figure.of, true), -1);
      case 'used':
        throw new NotLinear(figure);
      case 'planned':
        return this.#planned(figure, acting);
      default:
        return this.#ofData(figure, acting);
    }
  }

  /** Heads of a resource in each month, where actions that are chosen take any: the same months once. */
  heads(resource: string): readonly Linear[] {
    const declared = this.model.planning.resources.find(({ name }) => name === resource);
    if (declared === undefined) return [];
    const used = this.actions.map((action) => {
      const by = (of: 'each' | 'all') => {
        const takes = action.takes.filter((effort) => effort.of === of);
        return this.values.headsOf(declared, { ...action, takes }, this.#taken(action));
      };
      return { name: action.name, all: this.#taken(action), each: by('each'), once: by('all') };
    });
    const months = new Map<string, Linear>();
    for (let slot = 0; slot < (used[0]?.each.length ?? 0); slot += 1) {
      const sum = used.reduce((so, { name, all, each, once }) => {
        const own = perEach(name, (each[slot] ?? 0) / all);
        return plus(plus(so, own), onceFor(name, once[slot] ?? 0));
      }, constant(0));
      months.set(JSON.stringify([...sum.each, ...sum.once]), sum);
    }
    return [...months.values()];
  }

  #number(figure: PlanFigure): number {
    return at(this.values.figure(figure, this.#frame), 0);
  }

  #perOf(figure: Extract<PlanFigure, { kind: 'per' }>): number {
    const [of, own] = [figure.of.type, figure.type].map((type) =>
      type.kind === 'number' ? type.unit.scale.toNumber() : 1,
    );
    return (own ?? 1) / (of ?? 1);
  }

  #arithmetic(figure: Extract<PlanFigure, { kind: 'arithmetic' }>, acting: boolean): Linear {
    const [left, right] = [this.of(figure.left, acting), this.of(figure.right, acting)];
    switch (figure.operator) {
      case '+':
        return plus(left, right);
      case '-':
        return plus(left, right, -1);
      case '*':
        if (isConstant(right)) return multiple(left, right.constant);
        if (isConstant(left)) return multiple(right, left.constant);
        break;
      case '/':
        if (isConstant(right) && right.constant !== 0) return multiple(left, 1 / right.constant);
    }
    throw new NotLinear(figure);
  }

  #ofData(figure: Figure, acting: boolean): Linear {
    if (figure.kind === 'constant') return constant(this.#number(figure));
    const now = at(this.values.figure(figure, { ...this.#frame, acting: false }), 0);
    if (!acting) return constant(now);
    // Who belongs to a population stays: a share is a count over so many.
    if (figure.kind === 'tally' && figure.name === 'share') {
      const count = at(this.values.figure(countOf(figure), { ...this.#frame, acting: false }), 0);
      return { ...constant(now), data: new Map([[countOf(figure), now === 0 ? 0 : now / count]]) };
    }
    return { ...constant(now), data: new Map([[figure, 1]]) };
  }

  #planned(figure: Extract<PlanFigure, { kind: 'planned' }>, acting: boolean): Linear {
    const { planning } = this.model;
    switch (figure.by) {
      case 'action': {
        const action = this.actions.find(({ name }) => name === figure.name);
        if (action === undefined) return constant(this.#number(figure));
        return figure.figure === 'taken' ? perEach(action.name, 1) : this.#costOf(action, () => true, sumOf);
      }
      case 'model': {
        const projection = planning.models.find(({ name }) => name === figure.name);
        return projection === undefined ? constant(NaN) : this.#ofModel(projection, figure, acting);
      }
      case 'budget': {
        if (figure.figure !== 'spent') return constant(this.#number(figure));
        return this.#spent(figure);
      }
      case 'resource':
        if (figure.figure === 'used' || figure.figure === 'utilisation') throw new NotLinear(figure);
        return constant(this.#number(figure));
      default:
        return constant(this.#number(figure));
    }
  }

  #ofModel(projection: Projection, figure: Extract<PlanFigure, { kind: 'planned' }>, acting: boolean): Linear {
    const own = projection.flows.find(({ name }) => name === figure.figure);
    const names = new Set(this.values.actionsOf(projection));
    const taken = this.actions.filter(({ name }) => names.has(name));
    const weigh = figure.figure === 'npv' ? this.#discounted(projection) : sumOf;
    const series = this.values.series(projection, this.#frame);
    const flow = (one: Projection['flows'][number]): Linear => {
      const weights = series.find(({ name }) => name === one.name);
      if (weights === undefined) return constant(0);
      const unit = { ...weights, amount: 1, kind: 'benefit' } as const;
      return multiple(this.of(one.amount, acting), weigh(unit) * this.values.scaleOf(one));
    };
    const costs = (): Linear =>
      taken.reduce(
        (sum, action) =>
          plus(
            sum,
            this.#costOf(action, () => true, weigh),
          ),
        constant(0),
      );
    const flows = (kind: 'cost' | 'benefit'): Linear =>
      projection.flows.filter((one) => one.kind === kind).reduce((sum, one) => plus(sum, flow(one)), constant(0));
    if (own) return flow(own);
    switch (figure.figure) {
      case 'cost':
        return plus(flows('cost'), costs());
      case 'benefit':
        return flows('benefit');
      case 'npv':
        return plus(flows('benefit'), plus(flows('cost'), costs()), -1);
      default: {
        const action = taken.find(({ name }) => name === figure.figure);
        if (action) return this.#costOf(action, () => true, sumOf);
        throw new NotLinear(figure);
      }
    }
  }

  /** What a budget's categories cost: what is chosen, and the rest as it is. */
  #spent(figure: Extract<PlanFigure, { kind: 'planned' }>): Linear {
    const budget = this.model.planning.budgets.find(({ name }) => name === figure.name);
    const counts = (category: string | null): boolean =>
      category !== null && budget?.lines.some((line) => line.category === category) === true;
    const chosen = this.actions.reduce((sum, action) => plus(sum, this.#costOf(action, counts, sumOf)), constant(0));
    const rest = budget === undefined ? 0 : at(this.values.spent(budget, { actions: [], acting: false }), 0);
    return plus(chosen, constant(rest));
  }

  #costOf(action: Action, counts: (category: string | null) => boolean, weigh: (series: Series) => number): Linear {
    const all = this.#taken(action);
    const series = actionSeries(action, all, this.values.calendar());
    return action.costs.reduce((sum, cost, place) => {
      const own = series[place];
      if (own === undefined || !counts(cost.category)) return sum;
      const worth = weigh({ ...own, kind: 'benefit' });
      return plus(sum, cost.of === 'each' ? perEach(action.name, worth / all) : onceFor(action.name, worth));
    }, constant(0));
  }

  /** On how many an action is taken when all are; one, where it is nobody, so that what it costs each can be told. */
  #taken({ name }: Action): number {
    return Math.max(1, at(this.values.takenOf(name, this.#frame.actions), 0) || 0);
  }

  #discounted(projection: Projection): (series: Series) => number {
    const { horizon } = this.values.calendar(projection);
    const discount = projection.discount === null ? null : this.values.yearly(projection.discount);
    return (series) =>
      at(
        presentValue({
          balances: () => balances([series], horizon, projection.flowsAt, 1),
          horizon,
          discount,
          trials: 1,
        }),
        0,
      );
  }
}

const sumOf = (series: Series): number => at(totalOf(series, 1), 0);

const perEach = (action: string, value: number): Linear => ({ ...constant(0), each: new Map([[action, value]]) });
const onceFor = (action: string, value: number): Linear => ({ ...constant(0), once: new Map([[action, value]]) });

const counts = new WeakMap<Figure, Figure>();

/** The count of what is a share; the same figure for the same share. */
function countOf(share: Extract<Figure, { kind: 'tally' }>): Figure {
  const known = counts.get(share) ?? { ...share, name: 'count' };
  counts.set(share, known);
  return known;
}
