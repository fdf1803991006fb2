import type { Action, Figure } from '@benchbook/dsl';
import { expectedEffects, type Effects } from '../../../run/counterfactual/effects.js';
import type { Linear } from './linear.js';

/** Entities of which it makes no difference which is chosen. */
export interface Group {
  /** In the order of their keys. */
  readonly keys: readonly string[];
  /** The sets of actions that can be taken on one of them, as bits. */
  readonly combinations: readonly number[];
}

/** What can be chosen: sets of actions on entities. */
export class Choices {
  readonly #saved: ReadonlyMap<Figure, readonly Float64Array[]>;

  constructor(
    readonly actions: readonly Action[],
    private readonly effects: ReadonlyMap<Figure, Effects>,
    chances: readonly number[],
    private readonly first: Effects,
  ) {
    this.#saved = new Map([...effects].map(([figure, one]) => [figure, expectedEffects(one, chances)]));
  }

  /** What a set of actions on an entity adds to a linear figure. */
  adds({ each, data }: Linear, place: number, combination: number): number {
    let sum = 0;
    this.actions.forEach(({ name }, index) => {
      if ((combination & (2 ** index)) !== 0) sum += each.get(name) ?? 0;
    });
    for (const [figure, weight] of data) sum -= weight * (this.#saved.get(figure)?.[combination]?.[place] ?? 0);
    return sum;
  }

  /** Entities that add the same to all of these figures, whatever is taken on them. */
  groups(figures: readonly Linear[]): readonly (Group & { readonly place: number })[] {
    const { keys, eligible } = this.first;
    const found = new Map<string, { keys: string[]; combinations: number[]; place: number }>();
    keys.forEach((key, place) => {
      const combinations = this.#combinations(eligible[place] ?? 0);
      const same = JSON.stringify(
        combinations.map((one) => [one, ...figures.map((figure) => rounded(this.adds(figure, place, one)))]),
      );
      const group = found.get(same);
      if (group) group.keys.push(key);
      else found.set(same, { keys: [key], combinations, place });
    });
    return [...found.values()];
  }

  /** No action without those that must come before it. */
  #combinations(eligible: number): number[] {
    const own = Array.from({ length: 2 ** this.actions.length - 1 }, (_, index) => index + 1);
    return own.filter(
      (combination) =>
        (combination & ~eligible) === 0 &&
        this.actions.every(
          ({ after }, index) =>
            (combination & (2 ** index)) === 0 ||
            after.every((name) => {
              const before = this.actions.findIndex((one) => one.name === name);
              return before >= 0 && (combination & (2 ** before)) !== 0;
            }),
        ),
    );
  }
}

/** Sums of doubles that differ by their last bits are the same. */
const rounded = (value: number): number => Number(value.toPrecision(12));
