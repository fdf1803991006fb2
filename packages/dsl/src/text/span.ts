/** A half-open range of UTF-16 offsets `[start, end)` into the text of one file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the file it lies in; `file` is the path as the reader wrote it. */
export interface Place extends Span {
  readonly file: string;
}

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
