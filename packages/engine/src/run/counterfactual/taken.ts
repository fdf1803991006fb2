import type { Action, Model } from '@benchbook/dsl';

/** An action and whom it is taken on. */
export interface Taken {
  readonly action: string;
  /** All who are eligible, in the order of `top … by`, else of the key; or those of them with these keys. */
  readonly on: 'eligible' | readonly string[];
}

export interface TakingOptions {
  readonly signal?: AbortSignal;
  /** Measures and judges everybody again, whoever is touched: the same in the end, and slower. */
  readonly everybody?: boolean;
  /** Lets go of `at most … in all`, for who keeps that limit himself: a solver. */
  readonly unlimited?: boolean;
  /** As many at most, beside what the action itself says: those whom it can begin on in the time of a plan. None: null. */
  readonly most?: (action: Action) => number | null;
}

/**
 * The actions that are taken, in the order in which they are applied: as declared, but each after those it must come after.
 *
 * @throws TypeError for an action that the rulebook does not declare, or that is named twice
 */
export function inOrder({ planning }: Model, taken: readonly Taken[]): readonly (readonly [Action, Taken['on']])[] {
  const asked = new Map(taken.map(({ action, on }) => [action, on]));
  const known = new Map(planning.actions.map((action) => [action.name, action]));
  const strange = [...asked.keys()].find((name) => !known.has(name));
  if (strange !== undefined) throw new TypeError(`no action is called ${strange}`);
  if (asked.size < taken.length) throw new TypeError('an action is taken twice');
  const ordered = new Set<Action>();
  const place = (action: Action): void => {
    for (const name of action.after) {
      const forerunner = known.get(name);
      if (forerunner !== undefined && !ordered.has(forerunner)) place(forerunner);
    }
    ordered.add(action);
  };
  planning.actions.forEach(place);
  return [...ordered].flatMap((action) => {
    const on = asked.get(action.name);
    return on === undefined ? [] : [[action, on] as const];
  });
}
