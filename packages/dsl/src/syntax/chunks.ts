import type { Line } from './lines.js';
import { closest } from '../text/closest.js';
import { CLAUSE_WORDS, isNoun, NOUNS, RESERVED, TABLED } from './nouns.js';
import type { Noun } from './nouns.js';

/** A run of lines that belongs together: trivia before the first declaration, or one declaration with what leads it. */
export interface Chunk {
  readonly lines: readonly Line[];
  /** Index into `lines` of the declaration's first line; -1: there is none, only trivia. */
  readonly head: number;
  /** The first word of the declaration; empty when it begins with something else. */
  readonly word: string;
  readonly noun: Noun | null;
  /** Lines at column 0 that were taken as part of the declaration above them. */
  readonly pasted: readonly Line[];
  /** The declaration's own first line is indented. */
  readonly indented: boolean;
}

const WORD = /^[\p{L}_][\p{L}\p{N}_]*/u;

/** Cuts lines into chunks. The chunks tile the lines. A notebook's prose ends the declaration above it. */
export function cutChunks(lines: readonly Line[]): Chunk[] {
  return runsOf(lines).flatMap((run) => (run[0]?.kind === 'prose' ? [triviaOf(run)] : cutRun(run)));
}

/** Lines of a notebook side by side that are all prose, or all of one cell. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && (run[0]?.kind === 'prose') === (line.kind === 'prose')) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

const triviaOf = (lines: readonly Line[]): Chunk => ({
  lines,
  head: -1,
  word: '',
  noun: null,
  pasted: [],
  indented: false,
});

function cutRun(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Line[] = [];
  let start: Start | null = null;
  let pasted: Line[] = [];
  let head = -1;
  const close = (): Line[] => {
    const carried = start ? leadingOfNext(open) : [];
    if (open.length > 0) {
      chunks.push({
        lines: open,
        head,
        word: start?.word ?? '',
        noun: start?.noun ?? null,
        pasted,
        indented: start?.indented ?? false,
      });
    }
    pasted = [];
    return carried;
  };
  for (const line of lines) {
    const begun: Start | 'pasted' | null =
      start && isRowWithoutBars(line, start, open.slice(head)) ? null : startOf(line, start);
    if (begun === 'pasted') pasted.push(line);
    if (begun !== null && begun !== 'pasted') {
      open = start ? close() : open;
      head = open.length;
      start = begun;
    }
    open.push(line);
  }
  const rest = close();
  if (rest.length > 0) chunks.push(triviaOf(rest));
  return chunks;
}

interface Start {
  readonly word: string;
  readonly noun: Noun | null;
  readonly indented: boolean;
}

/** What a line begins: a declaration, nothing (null), or nothing although it stands in column 0 (`pasted`). */
function startOf(line: Line, current: Start | null): Start | 'pasted' | null {
  if (line.kind !== 'code' && line.kind !== 'table') return null;
  const text = line.code.slice(line.textStart - line.start);
  const word = WORD.exec(text)?.[0] ?? '';
  const noun = nounOf(word);
  if (line.indent > 0 && current) {
    const looksWhole = noun !== null && declares(text.slice(word.length));
    return looksWhole && !isClauseOf(current, word, text) ? { word, noun, indented: true } : null;
  }
  const continues = line.kind === 'table' || text.startsWith('=') || CLAUSE_WORDS.has(word);
  if (noun === null && continues && current) return 'pasted';
  return { word, noun, indented: line.indent > 0 };
}

/** A row in column 0 whose cells stand without bars: it belongs to the declaration above, which then says so once. */
function isRowWithoutBars(line: Line, current: Start, above: readonly Line[]): boolean {
  if (line.kind !== 'code' || line.indent > 0 || current.noun === null) return false;
  const text = line.code.slice(line.textStart - line.start);
  const tabbed = /^[^\t]*\S\t+\S/.test(text);
  const word = WORD.exec(text)?.[0] ?? '';
  const before = above.length > 1 ? above.at(-1) : undefined;
  const inRows = before?.kind === 'code' && before.indent === 0;
  if (nounOf(word) !== null) return inRows && tabbed && text.charAt(word.length) === '\t';
  if (tabbed) return true;
  const needsTable = TABLED.has(current.noun) && !above.some((one) => one.kind === 'table');
  return (
    needsTable &&
    /\S\s+\S/.test(text) &&
    (inRows || (word !== '' && closest(word, Object.keys(NOUNS)) === null)) &&
    !CLAUSE_WORDS.has(word)
  );
}

function nounOf(word: string): Noun | null {
  return isNoun(word) ? word : null;
}

/** Whether a name or a title follows a noun, as in a declaration: `metric x`, not `level in levels`. */
function declares(rest: string): boolean {
  const found = /^[ \t]+(?:["“]|([\p{L}_][\p{L}\p{N}_]*))/u.exec(rest);
  return found !== null && !(found[1] !== undefined && RESERVED.has(found[1]));
}

/** A noun that is also a clause: `apply … to …` of a scenario, `source "…"` of a context. */
function isClauseOf(current: Start, word: string, text: string): boolean {
  if (current.noun === null) return false;
  if (word === 'source') return current.noun === 'context' && /^source\s+["“”]/.test(text);
  return NOUNS[current.noun].some((clause) => clause === word);
}

/** The comments in column 0 at the end of a declaration lead the next one; this takes them off. */
function leadingOfNext(lines: Line[]): Line[] {
  let last = lines.length - 1;
  while (last >= 0 && isTrivia(lines[last])) last--;
  const from = lines.findIndex(
    (line, index) => index > last && (line.kind === 'doc' || (line.kind === 'comment' && line.indent === 0)),
  );
  return from < 0 ? [] : lines.splice(from);
}

const isTrivia = (line: Line | undefined): boolean =>
  line !== undefined && line.kind !== 'code' && line.kind !== 'table';
