import type { Words } from '../language/words.js';
import type { Identity } from '../publish/identity.js';
import { SHORT } from '../publish/stamp.js';

/** What a chart is, in one line: rulebook and version, what it stands under, day, when it was made, and the hash of what it was made from. */
export function aboutLine(
  { rulebook, version, asOf, hash, data }: Identity,
  { made, under }: { readonly made: string; readonly under: readonly string[] },
  { publish }: Words,
): string {
  return [
    version === null ? rulebook : `${rulebook} ${version}`,
    ...under,
    ...(asOf === null ? [] : [publish.asOf(asOf)]),
    publish.made(made.slice(0, 16).replace('T', ' ')),
    publish.from(hash.slice(0, SHORT), data.length),
  ].join(' · ');
}
