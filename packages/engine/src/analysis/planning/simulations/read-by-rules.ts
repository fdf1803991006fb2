import Big from 'big.js';
import type { Model } from '@benchbook/dsl';

/** What is about the data: the rules' declarations, without those of plans and without the numbers by themselves. */
const RULES = [
  'sources',
  'contexts',
  'populations',
  'bands',
  'lookups',
  'metrics',
  'benchmarks',
  'waivers',
  'levels',
  'tiers',
  'scores',
] as const satisfies readonly (keyof Model)[];

/** Which of these numbers the rules about the data read: a simulation does not run them again for each trial. */
export function readByRules(model: Model, paths: readonly string[]): readonly string[] {
  const read = new Set(RULES.flatMap((part) => [...pathsIn(model[part])]));
  return paths.filter((path) => read.has(path));
}

function* pathsIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null || part instanceof Big) return;
  if ('path' in part && typeof part.path === 'string') yield part.path;
  for (const each of Object.values(part)) yield* pathsIn(each);
}
