import { LineMap } from './line-map.js';
import type { Position } from './line-map.js';
import type { Span } from './span.js';

/**
 * A file of a program. Offsets are program-wide: the file's own begin at `base`, which is 0 for the file that was asked
 * for, so that a program of one file knows nothing of all this.
 */
export interface FileText {
  /** The path as the reader wrote it, or as it stands in the project. */
  readonly file: string;
  readonly text: string;
  readonly base: number;
}

/** Where something stands: the file, and the place in it. */
export interface Place extends Position {
  readonly file: string;
}

/** Room for the offsets of one file; no text is as long. */
const ROOM = 2 ** 32;

/** The base of a program's file, by its index: 0 for the first. */
export const baseOf = (index: number): number => index * ROOM;

/** A piece of one file, by program-wide offsets. */
export const sliceOf = ({ text, base }: FileText, { start, end }: Span): string =>
  text.slice(Math.max(0, start - base), Math.max(0, end - base));

/** The file that a span lies in. */
export function fileOf<File extends FileText>(files: readonly File[], { start }: Pick<Span, 'start'>): File {
  const found = files.length === 1 ? files[0] : (files.findLast((file) => file.base <= start) ?? files[0]);
  if (found === undefined) throw new TypeError('a program has at least one file');
  return found;
}

/** What is written at a span. */
export const textOf = (files: readonly FileText[], span: Span): string => sliceOf(fileOf(files, span), span);

/** Where a span begins. */
export function placeOf(files: readonly FileText[], span: Pick<Span, 'start'>): Place {
  const file = fileOf(files, span);
  return { file: file.file, ...linesOf(file).position(span.start) };
}

const MAPS = new WeakMap<FileText, LineMap>();

/** The lines of a file, found once. */
export function linesOf(file: FileText): LineMap {
  const known = MAPS.get(file);
  if (known) return known;
  const made = new LineMap(file.text, file.base);
  MAPS.set(file, made);
  return made;
}
