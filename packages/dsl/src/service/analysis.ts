import { check } from '../check/check.js';
import type { CheckResult } from '../check/check.js';
import type { NameUse } from '../check/uses.js';
import { byPlace } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Language } from '../diagnostics/kind.js';
import { lint } from '../lint/lint.js';
import type { LintFinding } from '../lint/rule.js';
import type { Model } from '../model/model.js';
import { isNotebook } from '../syntax/notebook-lines.js';
import { link } from '../syntax/program.js';
import type { Program } from '../syntax/program.js';
import { fileOf, textOf } from '../text/files.js';
import type { Tree } from '../syntax/tree.js';
import type { Span } from '../text/span.js';
import type { DataFacts } from './data-facts.js';
import { NameIndex } from './name-index.js';

/** A rulebook as an editor knows it: everything the service is asked about is asked of one of these. */
export interface Analysis {
  /** The file that is edited: offsets that the service takes and gives are UTF-16 offsets into its text. */
  readonly tree: Tree;
  /** That file and those it uses. */
  readonly program: Program;
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What could be written better; nothing while something is wrong. Looked for when it is first asked for. */
  readonly style: () => readonly LintFinding[];
  readonly names: NameIndex;
  /** What the checker looks for in a declaration that is not, or not yet, part of the text. */
  readonly wantsIn: CheckResult['wantsIn'];
  /** What is known of the data; null: nothing. */
  readonly facts: DataFacts | null;
  /** The language the reader is spoken to in. */
  readonly language: Language;
}

export interface AnalysisOptions {
  readonly facts?: DataFacts | null;
  readonly language?: Language;
}

/**
 * Checks a file as read, alone (`analyse(parse(file, text))`) or linked with those it uses. Never throws, whatever was
 * read; what can be resolved in a broken text is resolved. Synchronous, and cheap enough for every keystroke.
 */
export function analyse(read: Tree | Program, options: AnalysisOptions = {}): Analysis {
  const program = 'files' in read ? read : link(read);
  const [tree] = program.files;
  if (tree === undefined) throw new TypeError('a program has at least one file');
  const checked = check(program);
  const { model, diagnostics, unused, uses, wantsIn } = checked;
  let style: readonly LintFinding[] | null = diagnostics.some(({ severity }) => severity === 'error') ? [] : null;
  return {
    tree,
    program,
    model,
    diagnostics: [...diagnostics, ...unused].sort(byPlace),
    style: () => (style ??= lint(program, checked)),
    names: new NameIndex(uses),
    wantsIn,
    facts: options.facts ?? null,
    language: options.language ?? 'en',
  };
}

/** The same analysis with other facts, or for another reader. */
export const withOptions = (analysis: Analysis, options: AnalysisOptions): Analysis => ({ ...analysis, ...options });

/** A stretch of one of the program's files: `start` and `end` are offsets into that file's own text. */
export interface Location extends Span {
  readonly file: string;
}

/** Where a span of the program lies. */
export function locationOf({ program }: Analysis, span: Span): Location {
  const { file, base } = fileOf(program.files, span);
  return { file, start: span.start - base, end: span.end - base };
}

/** The stretch of rules around an offset: all of a rulebook, a cell of a notebook; null where a notebook has prose. */
export function rulesAround({ tree }: Analysis, offset: number): Span | null {
  if (!isNotebook(tree.file)) return { start: 0, end: tree.text.length };
  const cell = tree.cells.find(
    ({ language, content }) => language === 'bench' && content.start <= offset && offset < content.end,
  );
  return cell?.content ?? null;
}

/** Whether a span lies in the file that is edited. */
export const isOwn = ({ tree }: Analysis, span: Span): boolean => span.start <= tree.text.length;

/** What is written at a span. */
export const textAt = ({ program }: Analysis, span: Span): string => textOf(program.files, span);

/** The uses inside a span. */
export const usesWithin = (analysis: Analysis, span: Span): readonly NameUse[] => analysis.names.within(span);
