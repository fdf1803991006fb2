import {
  advance,
  appliesOf,
  entriesOf,
  NO_ENTRIES,
  numberIndex,
  textAt,
  valueAt,
  withEntries,
  withScoreRanges,
  type AppliedScenario,
  type Entries,
  type Model,
  type Move,
  type Scenario,
} from '@benchbook/dsl';

/**
 * The model that a scenario makes of a rulebook: other numbers, other benchmarks applied, the same everything else.
 * It runs like any other; its spans point at the rules as written, and `scenario` says what was moved by what.
 *
 * @param model a rulebook, or what another scenario has made of it: the scenario starts from the rulebook all the same
 * @param name one of `model.scenarios`; null is base. A name that is none of them is base, too: ask `scenarioNamed` first.
 */
export function applyScenario(model: Model, name: string | null): Model {
  const base = model.scenario?.base ?? model;
  const scenario = name === null ? undefined : scenarioNamed(base, name);
  if (scenario === undefined) return base;
  const chain = chainOf(base, scenario);
  return made(base, { entries: entriesOf(numberIndex(base), chain), chain, given: null });
}

/**
 * The same with overrides from outside the rulebook on top: a command line, a page's address, a slider. They look at
 * the numbers that the model has, a scenario's or the rulebook's own.
 *
 * @param given as `readOverrides` gives them: at most one override a path, one `apply` a population
 */
export function applyOverrides(model: Model, given: Changes): Model {
  if (given.overrides.length === 0 && given.applies.length === 0) return model;
  const base = model.scenario?.base ?? model;
  const entries = advance(numberIndex(base), model.scenario?.entries ?? NO_ENTRIES, given.overrides, null);
  return made(base, { entries, chain: model.scenario?.chain ?? [], given });
}

/** Overrides that stand outside the rulebook. */
export type Changes = Pick<Scenario, 'applies' | 'overrides'>;

export const scenarioNamed = (model: Model, name: string): Scenario | undefined =>
  model.scenarios.find((scenario) => scenario.name === name);

/** The scenarios that go into one, nearest to base first, itself the last. The checker refuses circles. */
function chainOf(model: Model, scenario: Scenario): readonly Scenario[] {
  const before = scenario.from === null ? undefined : scenarioNamed(model, scenario.from);
  return before === undefined ? [scenario] : [...chainOf(model, before), scenario];
}

interface Making {
  readonly entries: Entries;
  readonly chain: readonly Scenario[];
  /** From outside the rulebook. */
  readonly given: Changes | null;
}

function made(base: Model, { entries, chain, given }: Making): Model {
  const last = chain.at(-1);
  const applies = appliesOf(base.applies, given ? [...chain, given] : chain);
  const scenario: AppliedScenario = {
    name: last?.name ?? null,
    label: last?.label ?? null,
    translations: last?.translations ?? {},
    chain,
    adHoc: given !== null,
    applied: applies.flatMap((apply) =>
      base.applies.includes(apply)
        ? []
        : [{ apply, by: chain.find((one) => one.applies.includes(apply))?.name ?? null }],
    ),
    moves: movesOf(base, entries),
    base,
    entries,
  };
  // Scenarios hold numbers, too, which are not the rulebook's own.
  const rules = withEntries({ ...base, scenarios: [] }, numberIndex(base), entries);
  return withScoreRanges({ ...rules, applies, scenarios: base.scenarios, scenario });
}

/** What differs from base, in the order of the rulebook. */
function movesOf(base: Model, entries: Entries): readonly Move[] {
  const index = numberIndex(base);
  const paths = [...new Set([...index.paths, ...entries.keys()])].filter((path) => entries.has(path));
  return paths.flatMap((path): Move[] => {
    const entry = entries.get(path);
    const [from, to] = [textAt(index, NO_ENTRIES, path), textAt(index, entries, path)];
    if (entry === undefined || from === to) return [];
    const { how, by, line, span } = entry;
    const [before, after] = [valueAt(index, NO_ENTRIES, path), valueAt(index, entries, path)];
    return [{ path, from, to, before, after, how, by, line, span }];
  });
}
