import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import type { Tip } from '../diagnostics/syntax-kinds.js';
import { closest } from '../text/closest.js';
import type { Span } from '../text/span.js';
import { isoOf, misspelledDate, OTHER_DATES } from './dates.js';
import { isNoun, NOUNS, RESERVED, TABLED } from './nouns.js';
import type { Noun } from './nouns.js';
import { skipText } from './punctuation.js';

/** Where the grammar stopped, in the code view of one declaration. */
export interface Stop {
  readonly noun: Noun;
  readonly code: string;
  /** The offset in `code` the grammar could not pass. */
  readonly at: number;
  /** Literal signs that would have been accepted there. */
  readonly literals: readonly string[];
  /** It would have taken nothing but more letters of the word it had just read, and then refused that word. */
  readonly onlyLetters: boolean;
  /** Brackets or terms stand inside each other by the hundred. */
  readonly tooDeep: boolean;
  /** What to add to an offset in `code` to get one in the file. */
  readonly base: number;
}

const TOKEN = /^(?:[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*%?|[<>=!]=|&&|\|\||<?\.\.<?|[^\s])/u;
const WORD_BEFORE = /[\p{L}_][\p{L}\p{N}_]*$/u;
const NUMBER_BEFORE = /(?:^|[\s([,=<>])((?:\d[\d_,.]*)[\p{L}\d_]*)$/u;

/** Says in plain words what is wrong where the grammar stopped. */
export function explainStop(stop: Stop): Diagnostic {
  const { code, noun, base } = stop;
  const first = code.search(/\S/);
  if (stop.tooDeep) return diagnostic('B014', { start: base + first, end: base + first + noun.length }, { noun });
  const refused = stop.onlyLetters ? refusedWord(stop) : null;
  if (refused) return refused;
  const unclosed = unclosedText(stop);
  if (unclosed) return unclosed;
  // `1, 2` stops behind the comma, where three digits would have made it 1,234.
  const began = stop.onlyLetters && code.charAt(stop.at - 1) === ',' ? stop.at - 1 : stop.at;
  const at = began + (/^\s*/.exec(code.slice(began))?.[0].length ?? 0);
  if (at >= code.length) return missing(stop, code.trimEnd().length);
  const span = (start: number, end: number) => ({ start: base + start, end: base + end });
  // `==` stops at its second sign, which could have been the beginning of something.
  const pair = code.slice(Math.max(0, at - 1), at + 1);
  if (at === stop.at && SPELLED[pair] !== undefined) return elsewhereSpelled(stop, at - 1, pair, SPELLED[pair]);
  const single = /^'([^'"\n]*)'/.exec(code.slice(at));
  if (single) return elsewhereSpelled(stop, at, single[0], `"${single[1] ?? ''}"`);
  const found = TOKEN.exec(code.slice(at))?.[0] ?? code.charAt(at);
  const here = span(at, at + found.length);
  if (/[～〜~–—]/.test(found)) return diagnostic('B007', here, { found }, { fix: { span: here, replacement: '..' } });
  const date = dateAround(code, at);
  if (date) return misspelledDate(span(date.start, date.end), date.iso, date.text);
  const number = NUMBER_BEFORE.exec(code.slice(0, at));
  if (number?.[1] !== undefined && at === stop.at && /[\p{L}\d_.]/u.test(found)) {
    return diagnostic('B008', span(at - number[1].length, at + found.length), { found: number[1] + found });
  }
  if (stop.literals.includes(')') && startsLine(code, at)) return missing(stop, code.slice(0, at).trimEnd().length);
  if (/^[),\]]/.test(found) && expectsValue(code.slice(0, at))) return missing(stop, at);
  const tip = tipFor(stop, found, code.slice(0, at));
  const suggestion = tip !== null && typeof tip === 'object' ? null : closest(found, wordsIn(stop));
  const repair = suggestion === null ? repairOf(tip, here) : { fix: { span: here, replacement: suggestion } };
  return diagnostic('B001', here, { found, noun, suggestion, tip }, repair);
}

/** Words that may have been meant: the noun's clauses, how its table decides, and what the grammar would have taken. */
const wordsIn = ({ noun, literals }: Stop): string[] => [
  ...NOUNS[noun],
  ...(TABLED.has(noun) ? POLICIES : []),
  ...literals.filter((literal) => /^[a-z]/.test(literal)),
];

const POLICIES = ['unique', 'any', 'first', 'priority', 'collect'] as const;

/** What other languages write, with what this one does. */
function elsewhereSpelled({ noun, base }: Stop, at: number, found: string, write: string): Diagnostic {
  const span = { start: base + at, end: base + at + found.length };
  return diagnostic('B001', span, { found, noun, suggestion: null, tip: { write } }, repairOf({ write }, span));
}

function repairOf(tip: Tip, span: Span): { fix?: Fix } {
  if (tip === 'largest first') return { fix: { span, replacement: '' } };
  return tip !== null && typeof tip === 'object' && 'write' in tip ? { fix: { span, replacement: tip.write } } : {};
}

/** Signs of other languages and the words this one has for them. */
const SPELLED: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '==': '=', '<>': '!=' };

/** A date written another way around the place where the grammar stopped. */
function dateAround(code: string, at: number) {
  const start = code.lastIndexOf('\n', at - 1) + 1;
  const line = code.slice(start).split('\n', 1).join('');
  const found = [...line.matchAll(OTHER_DATES)].find(
    (one) => start + one.index <= at && at <= start + one.index + one[0].length,
  );
  const iso = found && isoOf(found[0]);
  return iso ? { start: start + found.index, end: start + found.index + found[0].length, iso, text: found[0] } : null;
}

function tipFor({ noun, literals, code, at }: Stop, found: string, before: string): Tip {
  const words = clauseWords(noun, literals);
  const [only] = words;
  const write = SPELLED[found];
  if (write !== undefined) return { write };
  if (/^(?:desc|descending|降序)$/.test(found) && /\btop\b[^\n]*\bby\b[^\n]*$/.test(before)) return 'largest first';
  if (found === ',' && noun === 'param') return 'brackets';
  if (isNoun(found)) return 'own line';
  if (literals.includes('=') && startsLine(code, code.indexOf(found, at))) return { before: '=' };
  if (literals.length > 0 && literals.every((literal) => literal === '"')) return 'quotes';
  return only !== undefined && words.length === 1 && /^[\p{L}"]/u.test(found) ? { before: only } : null;
}

/** The clause words of the declaration, and `by`, among what could have stood. */
const clauseWords = (noun: Noun, literals: readonly string[]): string[] =>
  [...new Set(literals)].filter(
    (word) => word === 'by' || NOUNS[noun].some((clause) => clause === word && /^[a-z]/.test(clause)),
  );

function refusedWord({ noun, code, at, base }: Stop): Diagnostic | null {
  const word = WORD_BEFORE.exec(code.slice(0, at))?.[0];
  if (word === undefined || !RESERVED.has(word)) return null;
  const span = { start: base + at - word.length, end: base + at };
  const before = code.slice(0, at - word.length).trim();
  if (before === noun) return diagnostic('B012', span, { word, noun });
  return diagnostic('B001', span, { found: word, noun, suggestion: null, tip: null });
}

/** A quote without its partner on the line where the grammar stopped, or on the last line before it that says anything. */
function unclosedText({ code, at, base }: Stop): Diagnostic | null {
  const before = code.slice(0, at).trimEnd().length;
  const start =
    code.lastIndexOf('\n', Math.max(0, (at < code.length && code.charAt(at).trim() !== '' ? at : before) - 1)) + 1;
  const line = code.slice(start).split('\n', 1).join('').trimEnd();
  for (let index = 0; index < line.length;) {
    const end = skipText(line, index);
    if (end === index && /["“”＂]/.test(line.charAt(index))) {
      return diagnostic('B006', { start: base + start + index, end: base + start + line.length }, {});
    }
    index = Math.max(end, index + 1);
  }
  return null;
}

/** Something has to stand after `end`. The sign before it is underlined, since there is nothing else to show. */
function missing({ noun, code, literals, base }: Stop, end: number): Diagnostic<'B002'> {
  const span = { start: base + Math.max(0, end - 1), end: base + Math.max(1, end) };
  const before = code.slice(0, end).trimEnd();
  const say = (wanted: string, zhWanted: string) => diagnostic('B002', span, { noun, wanted, zhWanted });
  if (before.trim() === noun) return say('a name', '名称');
  if (expectsValue(before)) return say('a value', '一个值');
  if (literals.includes(')')) return say('a closing `)`', '右括号 `)`');
  if (literals.includes(']')) return say('a closing `]`', '右括号 `]`');
  if (literals.includes('|') || literals.includes('｜')) return say('a table', '表格');
  const [word, second] = clauseWords(noun, literals);
  if (word !== undefined && second === undefined) return say(`\`${word}\``, ` \`${word}\``);
  return say('something', '内容');
}

const expectsValue = (before: string): boolean =>
  /(?:[-+*/=<>≥≤≠,([]|\b(?:and|or|not|in|where|by|top|within|per))\s*$/.test(before);

const startsLine = (code: string, at: number): boolean =>
  code.slice(code.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
