import path from 'node:path';
import type { Model } from '@benchbook/dsl';
import type { Run } from '@benchbook/engine';
import { version } from '../commands/version.js';
import type { Asked } from '../rulebook/under-scenario.js';
import { sha256, SNAPSHOT_SCHEMA, type KeptFile, type Taken } from './snapshot.js';
import { hashOf, type HistoryStore } from './store.js';

interface Taking {
  /** The folder that paths in the rulebook are relative to. */
  readonly root: string;
  /** The scenario and numbers that the model stands under. */
  readonly asked: Asked;
  /** Where what goes in and comes out is put; null: it is only hashed. */
  readonly store: HistoryStore | null;
  /** Whether the data is put there, too. */
  readonly data: boolean;
}

/** A finished run as it would be kept. */
export async function take(run: Run, model: Model, { root, asked, store, data }: Taking): Promise<Taken> {
  const report = await run.report('en', { ranking: 0 });
  const ranking = await whole(run.ranking());
  const text = JSON.stringify(report);
  const results = { report: sha256(text), ranking: sha256(ranking) };
  const rules = model.files.map((file) => ({ path: file.file, hash: sha256(file.text), text: file.text }));
  await store?.put(results.report, text);
  await store?.put(results.ranking, ranking);
  for (const file of rules) await store?.put(file.hash, file.text);
  const sources = model.sources.flatMap(({ path: file }) => file ?? []);
  const read: KeptFile[] = [];
  for (const file of new Set(sources)) {
    const place = path.join(root, file);
    read.push({ path: file, hash: data && store ? await store.putFile(place) : await hashOf(place) });
  }
  const said = {
    schema: SNAPSHOT_SCHEMA,
    engine: version(),
    rulebook: { name: report.rulebook.name, label: report.rulebook.label, version: report.rulebook.version },
    inputs: {
      rules: rules.map(({ path: file, hash }) => ({ path: file, hash })),
      data: read,
      as_of: report.rulebook.as_of,
      population: report.population.name,
      ...asked,
    },
    results,
  } as const;
  return { snapshot: { ...said, id: sha256(JSON.stringify(said)) }, report, ranking };
}

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
