import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sliceOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import type { Line } from './lines.js';
import { CLAUSE_WORDS, TABLED } from './nouns.js';
import type { Noun } from './nouns.js';

/**
 * A table whose cells stand without bars, as a spreadsheet pastes it or as words in lines: one message in place of the
 * one for each word of it. Null when the declaration has no such lines.
 */
export function missingBars(noun: Noun, body: readonly Line[], file: FileText): Diagnostic<'B017'> | null {
  if (!TABLED.has(noun)) return null;
  const first = body.findIndex((line, index) => index > 0 && isRow(line));
  if (first < 0) return null;
  const behind = body.slice(first).findIndex((line) => !isRow(line));
  const rows = behind < 0 ? body.slice(first) : body.slice(first, first + behind);
  const [header] = rows;
  const last = rows.at(-1);
  if (header === undefined || last === undefined || rows.length < 2) return null;
  const written = rows.map((line) => sliceOf(file, { start: line.textStart, end: line.end }).trimEnd());
  const span = { start: header.start, end: last.textStart + (written.at(-1)?.length ?? 0) };
  if (!written.every((row) => row.includes('\t'))) return diagnostic('B017', span, { noun });
  const width = Math.max(...written.map((row) => row.split('\t').length));
  return diagnostic('B017', span, { noun }, { fix: { span, replacement: written.map(barred(width)).join('\n') } });
}

/** Words in a line that begins with no clause. */
function isRow(line: Line): boolean {
  const words = line.code.trim();
  return (
    line.kind === 'code' &&
    /\s/.test(words) &&
    !words.startsWith('=') &&
    (line.code.includes('\t', line.code.search(/\S/)) || !CLAUSE_WORDS.has(/^\w*/.exec(words)?.[0] ?? ''))
  );
}

const barred =
  (width: number) =>
  (row: string): string => {
    const cells = row.split('\t').map((cell) => cell.trim().replace(/[|｜]/g, '\\$&'));
    return `  | ${[...cells, ...Array<string>(width - cells.length).fill('')].join(' | ')} |`;
  };
