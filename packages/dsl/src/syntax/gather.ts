import type { LostReason } from '../diagnostics/lost-files.js';
import { baseOf } from '../text/files.js';
import { parse } from './parse.js';
import { link, usesOf } from './program.js';
import type { Program } from './program.js';
import type { Tree } from './tree.js';

/** No program needs more files; a rulebook must not make its reader read without end. */
export const MOST_FILES = 200;

/** What stands at a path of the project. Two paths may lead to one `file`. */
export type FileRead =
  { readonly file: string; readonly text: string } | { readonly lost: Exclude<LostReason, 'too many'> };

/**
 * Reads what a file uses, and what that uses, through `read`, and puts it all together.
 *
 * @param before the program as it was read before: files that have not changed are not read again
 * @param read what stands at a path of the project; throws only what is no one's mistake
 */
export async function gather(
  entry: Tree,
  read: (path: string) => Promise<FileRead>,
  before?: Program,
): Promise<Program> {
  const found = new Map<string, Tree | LostReason>([[entry.file, entry]]);
  const trees = [entry];
  // The list grows while it is gone through.
  for (const tree of trees) {
    for (const { path } of usesOf(tree)) {
      if (path === null || found.has(path)) continue;
      const stands = trees.length < MOST_FILES ? await read(path) : ({ lost: 'too many' } as const);
      if ('lost' in stands) {
        found.set(path, stands.lost);
        continue;
      }
      const known = found.get(stands.file);
      const old = before?.files.find(({ file, base }) => file === stands.file && base === baseOf(trees.length));
      const options = { base: baseOf(trees.length), ...(old ? { before: old } : {}) };
      const used = typeof known === 'object' ? known : parse(stands.file, stands.text, options);
      if (used !== known) trees.push(used);
      found.set(stands.file, used).set(path, used);
    }
  }
  return link(entry, found);
}
