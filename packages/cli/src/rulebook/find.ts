import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders that hold no rulebooks of anyone's. */
const SKIPPED = new Set(['node_modules', 'dist']);

async function entries(folder: string): Promise<Dirent[]> {
  return await readdir(folder, { withFileTypes: true }).catch(() => []);
}

/** All rulebooks in a folder and below it, sorted. */
export async function rulebooksUnder(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entries(folder)) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
      found.push(...(await rulebooksUnder(place)));
    else if (entry.isFile() && entry.name.endsWith('.bench')) found.push(place);
  }
  return found.sort();
}

/** Files with the same ending beside a path that does not exist: what may have been meant. */
export async function neighbours(file: string): Promise<string[]> {
  const folder = path.dirname(file);
  const names = await entries(folder);
  return names.flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.bench') ? [path.join(folder, entry.name)] : [],
  );
}
