import type { Fix } from '@benchbook/dsl';

/** A line that goes (`-`) or comes (`+`), or where in the file they stand (`@`). */
export interface DiffLine {
  readonly sign: '@' | '-' | '+';
  readonly text: string;
}

/** Edits of whole lines as a reader of patches knows them, the first `most` of them. */
export function editLines(text: string, edits: readonly Fix[], most: number): DiffLine[] {
  return edits.slice(0, most).flatMap(({ span, replacement }) => {
    const number = text.slice(0, span.start).split('\n').length;
    return [
      { sign: '@' as const, text: String(number) },
      ...linesOf(text.slice(span.start, span.end)).map((line) => ({ sign: '-' as const, text: line })),
      ...linesOf(replacement).map((line) => ({ sign: '+' as const, text: line })),
    ];
  });
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));
