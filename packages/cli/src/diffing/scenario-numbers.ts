import { differenceOf, type Model } from '@benchbook/dsl';

/** A number that the scenario of one side moves, or the scenarios of both do, to different values. */
export interface ScenarioNumber {
  /** How a scenario names it: `by_industry[科技业].contact_density`; `apply POPULATION` for the benchmarks applied. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly difference: string | null;
}

/** Where two scenarios part, number by number in the order of the rulebook. A side without a scenario is the rulebook as it stands. */
export function scenarioNumbers(before: Model | null, after: Model | null): readonly ScenarioNumber[] {
  if (before === null || after === null) return [];
  const [old, now] = [movesOf(before), movesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const from = old.get(path)?.to ?? now.get(path)?.from ?? '';
    const to = now.get(path)?.to ?? old.get(path)?.from ?? '';
    return from === to ? [] : [{ path, from, to, difference: differenceOf(from, to, null) }];
  });
}

interface Moved {
  /** As the rulebook has it. */
  readonly from: string;
  readonly to: string;
}

function movesOf({ scenario }: Model): ReadonlyMap<string, Moved> {
  if (scenario === null) return new Map();
  const moves = scenario.moves.map(({ path, from, to }) => [path, { from, to }] as const);
  const applied = scenario.applied.map(({ apply: { population, benchmarks, combine } }) => {
    const was = scenario.base.applies.find((each) => each.population === population);
    const from = was === undefined ? '-' : applyText(was.benchmarks, was.combine);
    return [`apply ${population}`, { from, to: applyText(benchmarks, combine) }] as const;
  });
  return new Map([...applied, ...moves]);
}

function applyText(benchmarks: readonly string[], combine: string): string {
  return benchmarks.length === 1 ? benchmarks.join() : `${combine}(${benchmarks.join(', ')})`;
}
