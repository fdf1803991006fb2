import { fencesOf } from '../notebook/fences.js';
import type { Fence } from '../notebook/fences.js';
import { withLineFeeds } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import { cutLines, proseLine, scanLine } from './lines.js';
import type { Line } from './lines.js';
import type { CellLanguage, FencedBlock } from './tree.js';

/** The lines of a notebook, and its fenced blocks. Offsets begin at `base`. */
export interface NotebookLines {
  readonly lines: readonly Line[];
  readonly blocks: readonly FencedBlock[];
}

export const isNotebook = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/**
 * Cuts a Markdown text into its lines: those of bench cells are read as a rulebook's, all others are prose. Offsets are
 * the file's own, so that nothing has to be mapped back.
 */
export function scanNotebook(written: string, base: number): NotebookLines {
  const text = withLineFeeds(written);
  const spans = cutLines(text);
  const fences = fencesOf(text);
  const margins = new Map(
    fences.filter((fence) => fence.language === 'bench').flatMap((fence) => inside(fence, spans)),
  );
  return {
    lines: spans.map(({ start, end }, index) => {
      const raw = text.slice(start, end);
      const margin = margins.get(index);
      return margin === undefined ? proseLine(raw, base + start) : scanLine(raw, base + start, margin);
    }),
    blocks: fences.map((fence) => blockOf(fence, spans, text.length, base)),
  };
}

/** The lines between the fences, each with the columns that its indentation does not count. */
function inside({ opening, closing, indent }: Fence, spans: readonly Span[]): (readonly [number, number])[] {
  const last = closing ?? spans.length;
  return Array.from({ length: Math.max(0, last - opening - 1) }, (_, index) => [opening + 1 + index, indent] as const);
}

function blockOf(
  { language, info, opening, closing }: Fence,
  spans: readonly Span[],
  length: number,
  base: number,
): FencedBlock {
  const first = spans[opening] ?? { start: length, end: length };
  const last = spans[closing ?? spans.length] ?? { start: length, end: length };
  return {
    language: language === 'bench' || language === 'sql' ? (language satisfies CellLanguage) : null,
    info,
    closed: closing !== null,
    opening: { start: base + first.start, end: base + first.end },
    span: { start: base + first.start, end: base + last.end },
    content: { start: base + first.end, end: base + Math.max(first.end, last.start) },
  };
}
