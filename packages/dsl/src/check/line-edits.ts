import type { Fix } from '../diagnostics/diagnostic.js';
import type { Declaration } from '../syntax/nodes.js';
import type { Part, Tree } from '../syntax/tree.js';
import { sliceOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import type { Span } from '../text/span.js';

/** Takes a declaration out: its lines, those that document it, and the empty ones behind it. */
export function removal({ text, base }: FileText, { span }: Declaration): Fix {
  const lineStart = (at: number): number => text.lastIndexOf('\n', at - 1) + 1;
  let start = lineStart(span.start - base);
  while (start > 0 && text.startsWith('##', lineStart(start - 1))) start = lineStart(start - 1);
  const behind = /^[^\n]*(?:\n|$)(?:[ \t\r]*\n)*/.exec(text.slice(span.end - base))?.[0].length ?? 0;
  return { span: { start: start + base, end: span.end + behind }, replacement: '' };
}

/** Writes a word at the end of the line that a declaration begins on, before its comment. */
export function addingToHead(tree: Tree, at: Span, word: string): { fix?: Fix } {
  const part = partAt(tree, at);
  const head = part?.lines[part.head];
  if (head === undefined) return {};
  const code = sliceOf(tree, { start: head.start, end: head.comment?.start ?? head.end }).trimEnd();
  const end = head.start + code.length;
  return { fix: { span: { start: end, end }, replacement: ` ${word}` } };
}

/** The part of the file whose declaration holds a place. */
const partAt = ({ parts }: Tree, { start }: Span): Part | undefined =>
  parts.find(({ declaration }) => declaration && declaration.span.start <= start && start < declaration.span.end);
