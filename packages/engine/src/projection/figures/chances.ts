import { mapped, operated, type Column } from '../values/column.js';

/** As many actions of uncertain success may act on one figure: each doubles the runs that it takes. */
export const MOST_UNCERTAIN = 6;

/** An action, and how likely it is to succeed on one entity; or on which share of them it does. */
export interface Acting {
  readonly name: string;
  readonly succeeds: Column;
}

/**
 * A figure as it is on average when each action succeeds by its chance, independently of the others: Σ over who succeeds of how likely
 * that is, times the figure then. Exact for what is counted or summed over entities, whether each entity has its own luck or all share
 * one; of other figures it is the average when an action succeeds on all or on none.
 *
 * @param figure its value if exactly these succeed
 * @returns NaN when more than `MOST_UNCERTAIN` are uncertain
 */
export function expectedOf(
  actions: readonly Acting[],
  trials: number,
  figure: (succeeding: readonly string[]) => Column,
): Column {
  const chances = actions.map(({ succeeds }) => succeeds);
  const open = chances.flatMap((chance, index) => (chance === 0 || chance === 1 ? [] : [index]));
  if (open.length > MOST_UNCERTAIN) return NaN;
  let expected: Column = 0;
  for (let outcome = 0; outcome < 2 ** open.length; outcome += 1) {
    const succeeds = chances.map((chance, index) => {
      const bit = open.indexOf(index);
      return bit < 0 ? chance === 1 : (outcome & (2 ** bit)) !== 0;
    });
    const likely = mapped(chances, trials, (...each) =>
      each.reduce((all, chance, index) => all * (succeeds[index] ? chance : 1 - chance), 1),
    );
    const names = actions.filter((_, index) => succeeds[index]).map(({ name }) => name);
    expected = operated('+', expected, operated('*', likely, figure(names)));
  }
  return expected;
}
