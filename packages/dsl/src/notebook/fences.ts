import { withLineFeeds } from '../text/line-map.js';
import { BlockReader } from './block-reader.js';
import type { FenceEvent } from './block-reader.js';

/** A fenced block of a Markdown document itself. Lines are counted from 0. */
export interface Fence {
  /** The first word of the info string, in small letters; empty without one. */
  readonly language: string;
  /** What the info string says after that word. */
  readonly info: string;
  /** Columns before the opening fence: as many do not count in its content. */
  readonly indent: number;
  /** The line of the opening fence. */
  readonly opening: number;
  /** The line of the closing fence; null when the block runs to the end of the text. */
  readonly closing: number | null;
}

/** Finds the fenced blocks of a Markdown text, those inside lists, quotations and raw HTML left out. */
export function fencesOf(written: string): Fence[] {
  const lines = withLineFeeds(written)
    .replace(/^\uFEFF/, '')
    .split('\n');
  const reader = new BlockReader();
  const found: Fence[] = [];
  for (const [index, line] of lines.entries()) {
    const event = reader.read(line.replace(/\r$/, ''));
    const last = found.at(-1);
    if (event?.kind === 'opened') found.push(fenceOf(event, index));
    else if (event?.kind === 'closed' && last) found[found.length - 1] = { ...last, closing: index };
  }
  return found;
}

function fenceOf({ fence, indent }: Extract<FenceEvent, { kind: 'opened' }>, opening: number): Fence {
  const [language = '', ...info] = fence.info.split(/\s+/);
  return { language: language.toLowerCase(), info: info.join(' '), indent, opening, closing: null };
}
