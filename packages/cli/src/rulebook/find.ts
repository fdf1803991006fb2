import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders that hold no rulebooks of anyone's. */
const SKIPPED = new Set(['node_modules', 'dist']);

/** Whether a file may hold rules: a rulebook, or a notebook. */
export const isRules = (file: string): boolean => /\.(?:bench|md|markdown)$/i.test(file);

async function entries(folder: string): Promise<Dirent[]> {
  return await readdir(folder, { withFileTypes: true }).catch(() => []);
}

/** All rulebooks in a folder and below it, sorted. */
export const rulebooksUnder = (folder: string): Promise<string[]> =>
  filesUnder(folder, (name) => name.endsWith('.bench'));

/** All files of such names in a folder and below it, sorted; links are not followed. */
export async function filesUnder(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entries(folder)) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
      found.push(...(await filesUnder(place, wanted)));
    else if (entry.isFile() && wanted(entry.name)) found.push(place);
  }
  return found.sort();
}

/** The names of the rulebooks and notebooks that lie beside a path which does not exist: what may have been meant. */
export async function neighbours(file: string): Promise<string[]> {
  const all = await entries(path.dirname(file));
  return all.filter((entry) => entry.isFile() && isRules(entry.name)).map((entry) => entry.name);
}
