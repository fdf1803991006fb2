import { displayWidth } from '../text/width.js';

/** A line of a declaration, laid out, and the comment that follows it. */
export interface Commented {
  readonly text: string;
  readonly comment: string | null;
}

/** Comments stand two spaces after the code; those on lines one below the other stand in one column. */
export function withComments(lines: readonly Commented[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    const run = runFrom(lines, at);
    const column = run.reduce((widest, { text }) => Math.max(widest, displayWidth(text)), 0) + 2;
    for (const { text, comment } of run) out.push(text + ' '.repeat(column - displayWidth(text)) + (comment ?? ''));
    if (run.length === 0) out.push(lines[at]?.text ?? '');
    at += Math.max(1, run.length);
  }
  return out;
}

/** The lines from one on that all have comments. */
function runFrom(lines: readonly Commented[], at: number): readonly Commented[] {
  const behind = lines.findIndex(({ comment }, index) => index >= at && comment === null);
  return lines.slice(at, behind < 0 ? lines.length : behind);
}

/** `＃`, as a Chinese keyboard writes it, is `#`; two of them say nothing that `##` would. */
export const commentText = (written: string): string => written.trimEnd().replace(/^＃(?![#＃])/, '#');
