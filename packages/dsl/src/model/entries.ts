import Big from 'big.js';
import type { Span } from '../text/span.js';
import type { NumberIndex } from './number-index.js';
import type { NamedNumber } from './named-number.js';
import type { Change, Limits, Move, Override, Setting } from './scenario.js';
import { divided } from './units.js';

/** What stands at a path in place of what the rulebook says, and who said so. */
export interface Entry {
  readonly setting: Setting;
  readonly how: Move['how'];
  /** Of a rescaled weight that an earlier scenario had set: what it was set to. Null for all others. */
  readonly basis: Big | null;
  /** The scenario; null: from outside the rulebook. */
  readonly by: string | null;
  readonly line: number | null;
  readonly span: Span | null;
}

/** By path. */
export type Entries = ReadonlyMap<string, Entry>;

export const NO_ENTRIES: Entries = new Map();

/**
 * One scenario on top of what its `from` chain has put in place. Each change looks at the chain alone, so the order of
 * the overrides means nothing; weights that no scenario names make room for those that are.
 *
 * @param by the scenario's name; null for overrides from outside the rulebook, which have no line in it
 */
export function advance(
  index: NumberIndex,
  before: Entries,
  overrides: readonly Override[],
  by: string | null,
): Entries {
  const after = new Map([...before].filter(([, entry]) => entry.how !== 'rescaled' || entry.basis !== null));
  for (const { path, change, span, line } of overrides) {
    if (change.kind === 'unset') {
      after.delete(path);
      continue;
    }
    const setting = settingOf(index, before, path, change);
    const place = by === null ? { line: null, span: null } : { line, span };
    if (setting) after.set(path, { setting, how: HOW[change.kind], basis: null, by, ...place });
  }
  loosen(index, after, new Set(overrides.map((one) => one.path)));
  return rescaleWeights(index, after);
}

const HOW = { set: 'set', scale: 'scaled', shift: 'shifted' } as const;

function settingOf(
  index: NumberIndex,
  before: Entries,
  path: string,
  change: Exclude<Change, { kind: 'unset' }>,
): Setting | null {
  if (change.kind === 'set') return change.to;
  const value = valueAt(index, before, path);
  if (value === null) return null;
  const moved = change.kind === 'scale' ? value.times(change.factor) : value.plus(change.by);
  const to = change.within ? clamp(moved, change.within) : moved;
  const standing = before.get(path)?.setting;
  // A threshold that was given another sign keeps it.
  if (standing?.kind === 'threshold' && standing.threshold?.kind === 'bound') {
    const { threshold } = standing;
    return { kind: 'threshold', threshold: { ...threshold, quantity: { ...threshold.quantity, value: to } } };
  }
  return { kind: 'number', value: to };
}

function clamp(value: Big, { low, high }: Limits): Big {
  if (low && value.lt(low)) return low;
  return high && value.gt(high) ? high : value;
}

/** The number that stands at a path; null where none does. */
export function valueAt(index: NumberIndex, entries: Entries, path: string): Big | null {
  const setting = entries.get(path)?.setting;
  if (setting?.kind === 'number') return setting.value;
  if (setting?.kind === 'threshold')
    return setting.threshold?.kind === 'bound' ? setting.threshold.quantity.value : null;
  return setting === undefined ? (index.number(path)?.value ?? null) : null;
}

/** The weights of a score: those that were moved, those that were not, and what the moved ones leave. */
export interface Weights {
  readonly moved: readonly NamedNumber[];
  readonly others: readonly NamedNumber[];
  /** Of the moved ones, as they stand. */
  readonly sum: Big;
}

export function weightsOf(index: NumberIndex, entries: Entries, score: string): Weights {
  const weights = index.of(score).flatMap((one) => (one.is === 'number' && one.at.kind === 'weight' ? [one.at] : []));
  const moved = weights.filter(({ path }) => (entries.get(path)?.how ?? 'rescaled') !== 'rescaled');
  const sum = moved.reduce((total, { path }) => total.plus(valueAt(index, entries, path) ?? 0), new Big(0));
  return { moved, others: weights.filter((one) => !moved.includes(one)), sum };
}

/** When every weight of a score has been set and they no longer come to 100%, those that were set before make room. */
function loosen(index: NumberIndex, entries: Map<string, Entry>, named: ReadonlySet<string>): void {
  for (const score of scoresIn(index, entries)) {
    const { moved, others, sum } = weightsOf(index, entries, score);
    if (others.length > 0 || sum.eq(1)) continue;
    for (const { path } of moved.filter((one) => !named.has(one.path))) {
      const entry = entries.get(path);
      const basis = valueAt(index, entries, path);
      if (entry && basis) entries.set(path, { ...entry, how: 'rescaled', basis });
    }
  }
}

/** Decimals of a rescaled weight; the last one takes what rounding leaves, so that they come to 100% exactly. */
const DECIMALS = 12;

/** The weights that were not moved share what the moved ones leave, in proportion to what the rulebook gives them. */
function rescaleWeights(index: NumberIndex, entries: Map<string, Entry>): Entries {
  for (const score of scoresIn(index, entries)) {
    const { moved, others, sum } = weightsOf(index, entries, score);
    const parts = others.map(({ path, value }) => ({ path, value: entries.get(path)?.basis ?? value }));
    const base = parts.reduce((total, { value }) => total.plus(value), new Big(0));
    const rest = new Big(1).minus(sum);
    const by = moved.flatMap(({ path }) => entries.get(path) ?? []).at(-1);
    if (by === undefined || base.eq(0) || rest.lt(0)) continue;
    if (rest.eq(base) && parts.every(({ path }) => !entries.has(path))) continue;
    let left = rest;
    for (const [at, { path, value }] of parts.entries()) {
      const share = at === parts.length - 1 ? left : divided(value.times(rest), base).round(DECIMALS);
      left = left.minus(share);
      const basis = entries.get(path)?.basis ?? null;
      entries.set(path, { ...by, setting: { kind: 'number', value: share }, how: 'rescaled', basis });
    }
  }
  return entries;
}

const scoresIn = (index: NumberIndex, entries: Entries): ReadonlySet<string> =>
  new Set([...entries.keys()].flatMap((path) => scoreOf(index, path)));

function scoreOf(index: NumberIndex, path: string): string[] {
  const number = index.number(path);
  return number?.kind === 'weight' ? [number.owner] : [];
}
