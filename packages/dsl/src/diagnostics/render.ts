import { fileOf, linesOf } from '../text/files.js';
import type { FileText } from '../text/files.js';
import type { LineMap } from '../text/line-map.js';
import { displayWidth } from '../text/width.js';
import { message } from './diagnostic.js';
import type { Diagnostic } from './diagnostic.js';
import type { Language, Sentence } from './kind.js';

export interface RenderOptions {
  /** The files that the spans point into: those of a program or a model, or a lone tree. */
  readonly files: readonly FileText[];
  readonly language: Language;
}

const SEVERITY = {
  en: { error: 'error', warning: 'warning', hint: 'hint' },
  zh: { error: '错误', warning: '警告', hint: '提示' },
} as const;

/** The diagnostics as a terminal shows them: place, sentence, the line with the part underlined, what to do. */
export function renderDiagnostics(found: readonly Diagnostic[], options: RenderOptions): string {
  const shown = found.map((one) => ({ ...one, sentence: message(one, options.language) }));
  return shown.map((one) => renderSaid(one, options)).join('\n');
}

/** Something to say about a place, with its sentence. */
export interface Said extends Pick<Diagnostic, 'severity' | 'span'> {
  readonly code: string;
  readonly sentence: Sentence;
}

/** One thing to say, as a terminal shows it. */
export function renderSaid(found: Said, { files, language }: RenderOptions): string {
  const where = fileOf(files, found.span);
  const lines = linesOf(where);
  const { line, column } = lines.position(found.span.start);
  const { text, hint } = found.sentence;
  const colon = language === 'zh' ? '：' : ': ';
  const head = `${where.file}:${line}:${column} ${SEVERITY[language][found.severity]} ${found.code}${colon}${text}`;
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const shown = [`${number} | ${printable(lines.lineText(line))}`, `${margin} | ${underline(found, lines, line)}`];
  return `${[head, ...shown, ...(hint === null ? [] : [`${margin} = ${hint}`])].join('\n')}\n`;
}

function underline(found: Said, lines: LineMap, line: number): string {
  const lineText = lines.lineText(line);
  const start = lines.lineStart(line);
  const from = Math.min(found.span.start - start, lineText.length);
  const to = Math.min(Math.max(found.span.end - start, from), lineText.length);
  const before = displayWidth(printable(lineText.slice(0, from)));
  return ' '.repeat(before) + '^'.repeat(Math.max(1, displayWidth(printable(lineText.slice(from, to)))));
}

/** Tabs and other control signs take one column each, so that the underline stands under what it means. */
const printable = (text: string): string => text.replace(/\p{Cc}|\uFEFF/gu, ' ');
