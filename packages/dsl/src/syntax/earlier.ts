import { sliceOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import type { Chunk } from './chunks.js';
import { moved } from './moved.js';
import type { Part, Tree } from './tree.js';

/**
 * The parts of a tree that was read before, by their text: after an edit most declarations say what they said, if
 * elsewhere, and need not be read again.
 */
export class Earlier {
  readonly #parts = new Map<string, Part[]>();

  constructor(tree: Tree | undefined) {
    for (const part of tree?.parts ?? []) {
      if (part.declaration === null || tree === undefined) continue;
      const text = textOf(part, tree);
      const same = this.#parts.get(text);
      if (same) same.push(part);
      else this.#parts.set(text, [part]);
    }
  }

  /** What was read of the same lines, moved to where they are now; null when they are new. */
  take(chunk: Chunk, file: FileText): Part | null {
    const found = this.#parts.get(textOf(chunk, file));
    const index = found?.findIndex((part) => isReadAlike(part, chunk)) ?? -1;
    const [part] = index < 0 ? [] : (found?.splice(index, 1) ?? []);
    if (part === undefined) return null;
    const by = (chunk.lines[0]?.start ?? 0) - (part.lines[0]?.start ?? 0);
    if (by === 0) return part;
    return { ...chunk, declaration: moved(part.declaration, by), diagnostics: moved(part.diagnostics, by) };
  }
}

const textOf = ({ lines }: Chunk, file: FileText): string =>
  sliceOf(file, { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 });

/** What stands around lines decides what is taken as pasted or indented. */
const isReadAlike = (a: Chunk, b: Chunk): boolean =>
  a.head === b.head &&
  a.noun === b.noun &&
  a.indented === b.indented &&
  a.pasted.length === b.pasted.length &&
  a.lines[a.head]?.indent === b.lines[b.head]?.indent;
