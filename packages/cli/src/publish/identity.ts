import path from 'node:path';
import type { Model } from '@benchbook/dsl';
import { version } from '../commands/version.js';
import { sha256 } from '../history/snapshot.js';
import { hashOf } from '../history/store.js';

/** What a published page was made from: enough to make it again. */
export interface Identity {
  /** Of everything below. */
  readonly hash: string;
  readonly engine: string;
  readonly rulebook: string;
  readonly version: string | null;
  /** The day looked back from; null: the rules ask for none. */
  readonly asOf: string | null;
  readonly rules: readonly HashedFile[];
  readonly data: readonly HashedFile[];
}

export interface HashedFile {
  readonly path: string;
  readonly hash: string;
}

/** @param more what else decides the page: its language, what may be in it */
export async function identityOf(
  model: Model,
  root: string,
  asOf: string | null,
  more: readonly string[],
): Promise<Identity> {
  const rules = model.files.map(({ file, text }) => ({ path: file, hash: sha256(text) }));
  const sources = [...new Set(model.sources.flatMap(({ path: file }) => file ?? []))];
  const data = await Promise.all(
    sources.map(async (file) => ({ path: file, hash: await hashOf(path.join(root, file)) })),
  );
  const said = {
    engine: version(),
    rulebook: model.label ?? model.name ?? path.basename(model.file),
    version: model.version,
    asOf,
    rules,
    data,
  };
  return { hash: sha256(JSON.stringify([said, ...more])), ...said };
}
