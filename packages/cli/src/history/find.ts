import path from 'node:path';
import type { Report } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Located } from '../rulebook/locate.js';
import { shortId, type Snapshot, type Taken } from './snapshot.js';
import type { HistoryStore } from './store.js';

/** What was kept of a rulebook, the first kept first. */
export async function ofRulebook(store: HistoryStore, { root, file }: Located): Promise<readonly Snapshot[]> {
  const own = path.relative(root, file).split(path.sep).join('/');
  return (await store.list()).filter(({ inputs }) => inputs.rules[0]?.path === own);
}

/**
 * The snapshot that a person means by the first letters of its id, or by `last`.
 *
 * @throws Failure (usage) when none or several are meant
 */
export function named(text: string, kept: readonly Snapshot[], { words }: Call): Snapshot {
  const ids = [...new Set(kept.map(({ id }) => shortId(id)))];
  const found = text === 'last' ? kept.at(-1) : kept.findLast(({ id }) => text.length >= 4 && id.startsWith(text));
  if (found === undefined) throw new Failure(EXIT.usage, words.history.none(text), ids.slice(-10));
  if (kept.some(({ id }) => id !== found.id && text !== 'last' && id.startsWith(text)))
    throw new Failure(EXIT.usage, words.history.several(text));
  return found;
}

/** What came out of a run that was kept. @throws Failure (usage) when the store has lost it */
export async function results(
  { id, results: kept }: Snapshot,
  store: HistoryStore,
  { words }: Call,
): Promise<Pick<Taken, 'report' | 'ranking'>> {
  const [report, ranking] = [await store.get(kept.report), await store.get(kept.ranking)];
  if (report === null || ranking === null) throw new Failure(EXIT.usage, words.history.damaged(shortId(id)));
  return { report: JSON.parse(report.toString('utf8')) as Report, ranking };
}
