import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sliceOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import type { LineMap } from '../text/line-map.js';
import type { Chunk } from './chunks.js';
import type { Declaration } from './nodes.js';

/** A chunk of the file with the declaration read from it. */
export interface Part extends Chunk {
  readonly declaration: Declaration | null;
}

/** A file as read: everything in it is kept, also what could not be understood. */
export interface Tree extends FileText {
  readonly lines: LineMap;
  /** The parts tile the file: their lines, put together, are its text. */
  readonly parts: readonly Part[];
  readonly declarations: readonly Declaration[];
  /** What is wrong with the spelling; the checker adds what is wrong with the meaning. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of the file, put together from the tree's parts. */
export function printTree(tree: Tree): string {
  return tree.parts.map((part) => part.lines.map((line) => sliceOf(tree, line)).join('')).join('');
}
