import { advance, NO_ENTRIES } from './entries.js';
import type { Entries } from './entries.js';
import type { NumberIndex } from './number-index.js';
import type { Apply } from './model.js';
import type { Scenario } from './scenario.js';

/** What the scenarios of a chain put in place together, one on top of the other. */
export function entriesOf(index: NumberIndex, chain: readonly Scenario[]): Entries {
  return chain.reduce((before, { name, overrides }) => advance(index, before, overrides, name), NO_ENTRIES);
}

/** The benchmarks each population is judged by after a chain: the last to speak of a population holds. */
export function appliesOf(base: readonly Apply[], chain: readonly Pick<Scenario, 'applies'>[]): readonly Apply[] {
  return chain.reduce((before, { applies }) => {
    const kept = before.map((apply) => applies.find((one) => one.population === apply.population) ?? apply);
    return [...kept, ...applies.filter((apply) => !before.some((one) => one.population === apply.population))];
  }, base);
}
