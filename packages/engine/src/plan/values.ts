import type { Band, Expression, Level, Score, Tier } from '@benchbook/dsl';
import type { MeasuredAggregate, MeasuredMetric, MeasuredRank } from './plan.js';
import { inputsOf, parts } from './walk.js';

/** Something that a rule gives each entity, computed once and read by name. */
export type Value =
  | { readonly kind: 'aggregate'; readonly aggregate: MeasuredAggregate }
  | { readonly kind: 'rank'; readonly rank: MeasuredRank }
  | { readonly kind: 'band'; readonly band: Band }
  | { readonly kind: 'metric'; readonly metric: MeasuredMetric }
  | { readonly kind: 'tier'; readonly tier: Tier }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'score'; readonly score: Score };

/** Values that need nothing of each other: one pass computes them all. */
export type Step = readonly Value[];

/** All values of a plan, each after those it reads: `early` ones before judging, `late` ones after it, since thresholds can move them. */
export interface OrderedValues {
  readonly early: readonly Step[];
  readonly late: readonly Step[];
}

/** Two expressions with one fingerprint mean the same, wherever they stand in the text. */
export function fingerprint(expression: Expression): string {
  const known = FINGERPRINTS.get(expression);
  if (known !== undefined) return known;
  const made = JSON.stringify(expression, (key, value: unknown) => (key === 'span' ? undefined : value));
  FINGERPRINTS.set(expression, made);
  return made;
}

/** A slider asks for those of one plan hundreds of times. */
const FINGERPRINTS = new WeakMap<Expression, string>();

/** What a value is called among values: one name, one value. */
export function idOf(value: Value): string {
  switch (value.kind) {
    case 'aggregate':
      return fingerprint(value.aggregate.expression);
    case 'rank':
      return fingerprint(value.rank.expression);
    case 'band':
      return `band ${value.band.name}`;
    case 'metric':
      return `metric ${value.metric.metric.name}`;
    case 'tier':
      return `tier ${value.tier.name}`;
    case 'level':
      return `level ${value.level.name}`;
    case 'score':
      return `score ${value.score.name}`;
  }
}

/** The judging of an entity, as something that is read. */
export const JUDGING = 'judging';

/** What an expression reads that has to be computed before it: the ids of values, and `JUDGING`. */
export function* readsOf(expression: Expression): Generator<string> {
  switch (expression.kind) {
    case 'aggregate':
    case 'cumulative_share':
    case 'percent_rank':
      yield fingerprint(expression);
      return;
    case 'judgement':
    case 'shortfall':
      yield JUDGING;
      return;
    case 'given':
    case 'output':
      yield `${expression.by} ${expression.name}`;
      return;
    default:
      for (const part of parts(expression)) yield* readsOf(part);
  }
}

function rootsOf(value: Value): readonly Expression[] {
  switch (value.kind) {
    case 'aggregate':
      return parts(value.aggregate.expression);
    case 'rank':
      return parts(value.rank.expression);
    case 'band':
      return inputsOf(value.band.table);
    case 'metric':
      return [value.metric.metric.expression];
    case 'tier':
      return [value.tier.by, ...inputsOf(value.tier.table)];
    case 'level':
      return inputsOf(value.level.table);
    case 'score':
      return value.score.terms.map((term) => term.value);
  }
}

function readsOfValue(value: Value): ReadonlySet<string> {
  return new Set(rootsOf(value).flatMap((root) => [...readsOf(root)]));
}

/** Puts values in an order in which each can be computed. */
export function orderValues(values: readonly Value[]): OrderedValues {
  const known = new Map(values.map((value) => [idOf(value), { value, reads: readsOfValue(value) }]));
  const readByOthers = new Set([...known.values()].flatMap(({ reads }) => [...reads]));
  const places = new Map<string, Place>();

  const placeOf = (id: string): Place => {
    const found = places.get(id);
    if (found !== undefined) return found;
    const entry = known.get(id);
    if (entry === undefined) return { late: id === JUDGING, step: -1 };
    places.set(id, { late: false, step: 0 });
    const before = [...entry.reads].map(placeOf);
    // A score that nothing else reads is the last word, so that a weight moves nothing before it.
    const late = before.some((place) => place.late) || (entry.value.kind === 'score' && !readByOthers.has(id));
    const step = 1 + Math.max(-1, ...before.filter((place) => place.late === late).map((place) => place.step));
    places.set(id, { late, step });
    return { late, step };
  };

  const steps = (late: boolean): readonly Step[] => {
    const grouped: Value[][] = [];
    for (const [id, { value }] of known) {
      const place = placeOf(id);
      if (place.late === late) (grouped[place.step] ??= []).push(value);
    }
    return grouped;
  };
  return { early: steps(false), late: steps(true) };
}

/** Whether a value is computed before judging or after it, and in which step. */
interface Place {
  readonly late: boolean;
  readonly step: number;
}

/** The steps that some expressions need, and nothing else. */
export function stepsFor(roots: readonly Expression[], steps: readonly Step[]): readonly Step[] {
  const byId = new Map(steps.flat().map((value) => [idOf(value), value]));
  const needed = new Set(roots.flatMap((root) => [...readsOf(root)]));
  // A set yields what is added while it is walked, so chains are followed to their end.
  for (const id of needed) {
    const value = byId.get(id);
    if (value !== undefined) for (const read of readsOfValue(value)) needed.add(read);
  }
  return steps.map((step) => step.filter((value) => needed.has(idOf(value)))).filter((step) => step.length > 0);
}
