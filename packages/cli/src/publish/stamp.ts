import { escape } from '../docs/escape.js';
import type { Words } from '../language/words.js';
import type { Identity } from './identity.js';

/** So much of a hash tells two pages apart, and finds a kept run. */
export const SHORT = 12;

/** What a page is, at its foot: rulebook and version, day, when it was made, the hash that its inputs came to, and the way back. */
export function stamp(
  { hash, rulebook, version, asOf, engine, data }: Identity,
  { made, live, home }: { readonly made: string; readonly live: string | null; readonly home: string },
  { publish }: Words,
): string {
  const said = [
    version === null ? rulebook : `${rulebook} ${version}`,
    ...(asOf === null ? [] : [publish.asOf(asOf)]),
    publish.made(made.slice(0, 16).replace('T', ' ')),
    publish.engine(engine),
    publish.from(hash.slice(0, SHORT), data.length),
  ];
  const back = live === null ? '' : ` · <a href="${escape(live)}" rel="noopener">${escape(publish.live)}</a>`;
  return `<footer class="stamp"><a href="${escape(home)}">${escape(publish.home)}</a> · ${said.map(escape).join(' · ')}${back}</footer>`;
}
