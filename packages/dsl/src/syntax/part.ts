import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { closest } from '../text/closest.js';
import { sliceOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import type { Span } from '../text/span.js';
import { missingBars } from './bars.js';
import type { Chunk } from './chunks.js';
import { checkClauses } from './clauses.js';
import type { Line } from './lines.js';
import type { Declaration } from './nodes.js';
import { isNoun, NOUNS } from './nouns.js';
import type { Noun } from './nouns.js';
import { readDeclaration } from './read.js';
import type { Part } from './tree.js';

/** Reads the declaration of a chunk, if it has one, and says what is wrong with its spelling. */
export function partOf(chunk: Chunk, file: FileText): Part {
  const diagnostics: Diagnostic[] = [];
  return { ...chunk, declaration: declarationOf(chunk, file, diagnostics), diagnostics };
}

function declarationOf(chunk: Chunk, file: FileText, diagnostics: Diagnostic[]): Declaration | null {
  const head = chunk.lines[chunk.head];
  if (head === undefined) return null;
  const body = bodyOf(chunk);
  const noun = { start: head.textStart, end: head.textStart + Math.max(1, chunk.word.length) };
  const span = { start: head.textStart, end: contentEnd(body.at(-1) ?? head, file) };
  const common = { doc: docOf(chunk, file), span, nounSpan: noun };
  if (chunk.noun === null) {
    const meant = closest(chunk.word, Object.keys(NOUNS));
    diagnostics.push(strange(chunk, noun, meant, head, file));
    const name = looseName(head, chunk.word);
    return { ...common, noun: chunk.noun, name, label: null, translations: {}, clauses: [], broken: true };
  }
  if (chunk.indented) {
    const room = { start: noun.start - head.indent, end: noun.start };
    diagnostics.push(diagnostic('B010', noun, { noun: chunk.noun }, { fix: { span: room, replacement: '' } }));
  }
  const pasted = chunk.pasted[0];
  if (pasted) diagnostics.push(pastedHint(pasted, chunk.noun, file));
  const { statement, diagnostics: found } = readDeclaration(
    chunk.noun,
    body.map((line) => line.code).join(''),
    head.start,
  );
  const bars = found.length > 0 ? missingBars(chunk.noun, body, file) : null;
  const others = bars ? found.filter(({ span: at }) => at.end <= bars.span.start || at.start >= bars.span.end) : found;
  const problems = found.length > 0 ? [...others, ...(bars ? [bars] : [])] : checkClauses(chunk.noun, statement);
  diagnostics.push(...problems);
  return {
    ...common,
    noun: chunk.noun,
    name: statement.name,
    label: statement.label?.text ?? null,
    translations: Object.fromEntries(statement.translations.map(({ language, text }) => [language, text.text])),
    clauses: statement.clauses,
    broken: problems.length > 0,
  };
}

/** The lines from the declaration's first to its last that is not a comment or blank. */
function bodyOf(chunk: Chunk): readonly Line[] {
  const last = chunk.lines.findLastIndex((line) => line.kind === 'code' || line.kind === 'table');
  return chunk.lines.slice(chunk.head, last + 1);
}

function contentEnd(line: Line, file: FileText): number {
  const end = line.comment?.start ?? line.end;
  return line.start + sliceOf(file, { start: line.start, end }).trimEnd().length;
}

function docOf(chunk: Chunk, file: FileText): string | null {
  const docs = chunk.lines.slice(0, chunk.head).filter((line) => line.kind === 'doc');
  if (docs.length === 0) return null;
  return docs
    .map((line) => sliceOf(file, { start: line.textStart, end: line.end }).replace(/^#+/, '').trim())
    .join('\n');
}

function strange(chunk: Chunk, span: Span, meant: string | null, head: Line, file: FileText): Diagnostic {
  if (chunk.word === '')
    return diagnostic('B011', { start: head.textStart, end: Math.max(head.textStart + 1, contentEnd(head, file)) }, {});
  const fix = meant === null ? {} : { fix: { span, replacement: meant } };
  return diagnostic('B003', span, { word: chunk.word, suggestion: meant }, fix);
}

function pastedHint(line: Line, noun: Noun, file: FileText): Diagnostic {
  const fix = { span: { start: line.textStart, end: line.textStart }, replacement: '  ' };
  return diagnostic('B005', { start: line.textStart, end: contentEnd(line, file) }, { noun }, { fix });
}

function looseName(head: Line, word: string): Declaration['name'] {
  const code = head.code.slice(head.textStart - head.start);
  const found = /^\s*([\p{L}_][\p{L}\p{N}_]*)(?![\p{L}\p{N}_]|\s*[(.])/u.exec(code.slice(word.length));
  if (!found?.[1] || isNoun(found[1])) return null;
  const start = head.textStart + word.length + found[0].length - found[1].length;
  return { text: found[1], span: { start, end: start + found[1].length } };
}
