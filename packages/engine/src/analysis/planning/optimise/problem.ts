import type { Action } from '@benchbook/dsl';
import type { PlanStatement } from '../../../planning-types.js';
import type { Column, Program, Row } from '../../../solver/program.js';
import type { Choices, Group } from './choices.js';
import type { Linear } from './linear.js';

/** A limit: low ≤ figure ≤ high. */
export interface Limit {
  readonly figure: Linear;
  readonly low: number;
  readonly high: number;
  readonly statement: PlanStatement;
}

/** How many of a group get a set of actions. */
interface Place {
  readonly group: Group & { readonly place: number };
  readonly combination: number;
}

/** An optimisation as a program: one whole column for each set of actions on each group, and one for each action that costs something once. */
export class Problem {
  readonly places: readonly Place[];
  readonly #once: readonly Action[];
  readonly #groups: readonly (Group & { readonly place: number })[];
  readonly #columns: readonly Column[];
  /** Rows that hold whatever the limits. */
  readonly #fixed: readonly Row[];
  readonly #terms = new Map<Linear, Pick<Row, 'places' | 'values'>>();

  constructor(
    private readonly choices: Choices,
    private readonly direction: Program['direction'],
    readonly objective: Linear,
    readonly limits: readonly Limit[],
    /** On how many an action can be taken in all. */
    private readonly most: ReadonlyMap<string, number>,
  ) {
    const figures = [objective, ...limits.map(({ figure }) => figure)];
    this.#groups = choices.groups(figures);
    this.places = this.#groups.flatMap((group) => group.combinations.map((combination) => ({ group, combination })));
    this.#once = choices.actions.filter(({ name }) => figures.some(({ once }) => (once.get(name) ?? 0) !== 0));
    this.#columns = [
      ...this.places.map(({ group, combination }) => ({
        cost: choices.adds(objective, group.place, combination),
        low: 0,
        high: group.keys.length,
        whole: true,
      })),
      ...this.#once.map(({ name }) => ({ cost: objective.once.get(name) ?? 0, low: 0, high: 1, whole: true })),
    ];
    this.#fixed = [...this.#oneEach(), ...this.#inAll(), ...this.#only()];
  }

  /** @param limits those that are kept; all, unless others are given */
  program(limits: readonly Limit[] = this.limits): Program {
    return {
      direction: this.direction,
      columns: this.#columns,
      rows: [...this.#fixed, ...limits.map((one) => this.#row(one))],
    };
  }

  /** Whom each action is taken on: of a group the first of those that are left. */
  taken(values: Float64Array): ReadonlyMap<string, readonly string[]> {
    const found = new Map(this.choices.actions.map(({ name }) => [name, [] as string[]]));
    const used = new Map<Group, number>();
    this.places.forEach(({ group, combination }, place) => {
      const from = used.get(group) ?? 0;
      const until = from + (values[place] ?? 0);
      used.set(group, until);
      this.choices.actions.forEach(({ name }, index) => {
        if ((combination & (2 ** index)) !== 0) found.get(name)?.push(...group.keys.slice(from, until));
      });
    });
    return new Map([...found].map(([name, keys]) => [name, keys.sort((one, other) => (one < other ? -1 : 1))]));
  }

  #oneEach(): Row[] {
    let first = 0;
    return this.#groups.map(({ keys, combinations }) => {
      const places = combinations.map((_, index) => first + index);
      first += combinations.length;
      return { low: -Infinity, high: keys.length, places, values: places.map(() => 1) };
    });
  }

  #inAll(): Row[] {
    return this.choices.actions.flatMap(({ name }, index) => {
      const most = this.most.get(name) ?? Infinity;
      if (most === Infinity) return [];
      const places = this.#placesOf(({ combination }) => (combination & (2 ** index)) !== 0);
      return [{ low: -Infinity, high: most, places, values: places.map(() => 1) }];
    });
  }

  /** An action is taken on somebody only where what it costs once is spent. */
  #only(): Row[] {
    return this.#once.map((action, index) => {
      const bit = 2 ** this.choices.actions.indexOf(action);
      const places = this.#placesOf(({ combination }) => (combination & bit) !== 0);
      const all = places.reduce((sum, place) => sum + (this.places[place]?.group.keys.length ?? 0), 0);
      return {
        low: -Infinity,
        high: 0,
        places: [...places, this.places.length + index],
        values: [...places.map(() => 1), -all],
      };
    });
  }

  #row({ figure, low, high }: Limit): Row {
    const terms = this.#terms.get(figure) ?? this.#termsOf(figure);
    this.#terms.set(figure, terms);
    return { low: low - figure.constant, high: high - figure.constant, ...terms };
  }

  #termsOf(figure: Linear): Pick<Row, 'places' | 'values'> {
    const all = [
      ...this.places.map(({ group, combination }) => this.choices.adds(figure, group.place, combination)),
      ...this.#once.map(({ name }) => figure.once.get(name) ?? 0),
    ];
    const places = [...all.keys()].filter((place) => all[place] !== 0);
    return { places, values: places.map((place) => all[place] ?? 0) };
  }

  #placesOf(is: (place: Place) => boolean): readonly number[] {
    return this.places.flatMap((place, index) => (is(place) ? [index] : []));
  }
}
