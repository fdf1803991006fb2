import path from 'node:path';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Snapshot } from './snapshot.js';
import { hashOf, type HistoryStore } from './store.js';
import { copyFile, mkdir } from 'node:fs/promises';

/**
 * Lays the rules and data of a kept run into a folder, at the paths they had. Data that the store was not given comes from the project.
 *
 * @throws Failure (usage) when something is not what it was
 */
export async function restore(
  { inputs, has_data: hasData }: Snapshot,
  store: HistoryStore,
  { root, folder, call }: { readonly root: string; readonly folder: string; readonly call: Call },
): Promise<void> {
  const { history } = call.words;
  for (const file of inputs.rules)
    if (!(await store.restore(file.hash, path.join(folder, file.path))))
      throw new Failure(EXIT.usage, history.lostRules(file.path));
  for (const file of inputs.data) {
    const [from, to] = [path.join(root, file.path), path.join(folder, file.path)];
    if (hasData && (await store.restore(file.hash, to))) continue;
    const hash = await hashOf(from).catch(() => null);
    if (hash !== file.hash)
      throw new Failure(EXIT.usage, hasData ? history.lostData(file.path) : history.otherData(file.path));
    await mkdir(path.dirname(to), { recursive: true });
    await copyFile(from, to);
  }
}
