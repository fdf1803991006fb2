import { gather, parse, type Program } from '@benchbook/dsl';
import type { Snapshot } from './snapshot.js';
import type { HistoryStore } from './store.js';

/** The rules that a kept run had, read anew; null when the store has lost them. */
export async function programOf({ inputs }: Pick<Snapshot, 'inputs'>, store: HistoryStore): Promise<Program | null> {
  const texts = new Map<string, string>();
  for (const { path, hash } of inputs.rules) {
    const content = await store.get(hash);
    if (content === null) return null;
    texts.set(path, content.toString('utf8'));
  }
  const [own] = inputs.rules;
  if (own === undefined) return null;
  return await gather(parse(own.path, texts.get(own.path) ?? ''), (used) => {
    const text = texts.get(used);
    return Promise.resolve(text === undefined ? { lost: 'absent' } : { file: used, text });
  });
}
