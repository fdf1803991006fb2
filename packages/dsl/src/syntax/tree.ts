import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sliceOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import type { Span } from '../text/span.js';
import type { LineMap } from '../text/line-map.js';
import type { Chunk } from './chunks.js';
import type { Declaration } from './nodes.js';

/** A chunk of the file with the declaration read from it. */
export interface Part extends Chunk {
  readonly declaration: Declaration | null;
  /** What is wrong with its spelling. */
  readonly diagnostics: readonly Diagnostic[];
}

export type CellLanguage = 'bench' | 'sql';

/** A fenced block of a notebook. `language` is null for what is only shown: text, code of other languages. */
export interface FencedBlock {
  readonly language: CellLanguage | null;
  /** What the info string says after the language. */
  readonly info: string;
  readonly closed: boolean;
  /** The line of the opening fence. */
  readonly opening: Span;
  /** Both fences and what stands between them. */
  readonly span: Span;
  readonly content: Span;
}

/** A cell of a notebook: rules, or a query that is kept as text. */
export interface Cell extends FencedBlock {
  readonly language: CellLanguage;
  readonly text: string;
  /** Those of a bench cell, in their order. */
  readonly declarations: readonly Declaration[];
}

/** A file as read: everything in it is kept, also what could not be understood. */
export interface Tree extends FileText {
  readonly lines: LineMap;
  /** The parts tile the file: their lines, put together, are its text. */
  readonly parts: readonly Part[];
  readonly declarations: readonly Declaration[];
  /** The cells of a notebook, in their order; none in a rulebook. */
  readonly cells: readonly Cell[];
  /** What is wrong with the spelling; the checker adds what is wrong with the meaning. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of the file, put together from the tree's parts. */
export function printTree(tree: Tree): string {
  return tree.parts.map((part) => part.lines.map((line) => sliceOf(tree, line)).join('')).join('');
}
