import type { Span } from '../text/span.js';
import { scanLines, scanPiece } from './lines.js';
import type { Line } from './lines.js';
import type { Tree } from './tree.js';

/** The lines of a text after an edit: those before and after what has changed are those of the tree before it. */
export function rescan(before: Tree, text: string, base: number): Line[] {
  // Where no line feed is, a carriage return ends a line: one character can then change all of them.
  if (before.base !== base || !text.includes('\n') || !before.text.includes('\n')) return scanLines(text, base);
  const lines = before.parts.flatMap((part) => part.lines);
  const changed = changeIn(before.text, text);
  const by = text.length - before.text.length;
  // A last line without its ending goes on with whatever is written behind it.
  const from = lines.findIndex(({ end }) => end - base > changed.start || before.text.charAt(end - base - 1) !== '\n');
  const first = from < 0 ? lines.length : from;
  // A line begins after a line feed, which has to be the same one in both.
  const to = lines.findIndex(({ start }, index) => index >= first && start - base > changed.end);
  const last = to < 0 ? lines.length : to;
  const start = lines[first]?.start ?? lines.at(-1)?.end ?? base;
  const end = (lines[last]?.start ?? base + before.text.length) + by;
  return [
    ...lines.slice(0, first),
    ...scanPiece(text.slice(start - base, end - base), start),
    ...lines.slice(last).map((line) => shifted(line, by)),
  ];
}

/** The piece of the old text that the new one replaces. */
function changeIn(old: string, text: string): Span {
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same))
    same++;
  return { start, end: old.length - same };
}

const shifted = (line: Line, by: number): Line =>
  by === 0
    ? line
    : {
        kind: line.kind,
        start: line.start + by,
        end: line.end + by,
        textStart: line.textStart + by,
        indent: line.indent,
        comment: line.comment && { start: line.comment.start + by, end: line.comment.end + by },
        code: line.code,
      };
