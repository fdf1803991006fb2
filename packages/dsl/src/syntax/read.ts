import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../text/span.js';
import { parse } from './generated/parser.js';
import type { Expectation, StartRules } from './generated/parser.js';
import type { Statement, Word } from './nodes.js';
import { moved } from './moved.js';
import { CLAUSE_WORDS, isNoun, NOUNS, RESERVED } from './nouns.js';
import type { Noun } from './nouns.js';
import { explainStop } from './syntax-error.js';
import type { Stop } from './syntax-error.js';

/** The grammar rule of each noun. */
const RULES = {
  rulebook: 'Rulebook',
  use: 'Use',
  source: 'Source',
  param: 'Param',
  context: 'Context',
  population: 'Population',
  band: 'Band',
  table: 'Lookup',
  metric: 'Metric',
  benchmark: 'Benchmark',
  apply: 'Apply',
  waiver: 'Waiver',
  level: 'Level',
  tier: 'Tier',
  score: 'Score',
  target: 'Target',
  check: 'Check',
  test: 'Test',
  show: 'Show',
  action: 'Action',
  resource: 'Resource',
  budget: 'Budget',
  phase: 'Phase',
  funnel: 'Funnel',
  cohort: 'Cohort',
  model: 'Projection',
  correlate: 'Correlate',
  simulate: 'Simulate',
  optimise: 'Optimise',
  require: 'Require',
  scenario: 'Scenario',
  input: 'Input',
  sweep: 'Sweep',
  seek: 'Seek',
  rank: 'Rank',
} as const satisfies Record<Noun, keyof StartRules>;

/** One mistake hides what follows it in its clause; this many clauses are taken out before giving up. */
const MOST_MISTAKES = 20;

export interface Reading {
  readonly statement: Statement;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one declaration. After a mistake the clause that holds it is taken out and the rest is read again, so that one
 * reading finds several mistakes. With any diagnostics the statement is incomplete.
 *
 * @param code the code view of the declaration
 * @param base the offset in the file where it begins
 */
export function readDeclaration(noun: Noun, code: string, base: number): Reading {
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<number>();
  let view = code;
  while (diagnostics.length < MOST_MISTAKES) {
    const result = attempt(RULES[noun], view, base);
    if (result.ok) return { statement: result.value, diagnostics };
    const found = explainStop({ noun, code: view, base, ...result.stop });
    const clause = clauseAround(noun, view, found.span.start - base);
    if (taken.has(clause.first)) break;
    taken.add(clause.first);
    diagnostics.push(found);
    view = without(noun, view, clause);
  }
  return { statement: lightStatement(noun, code, base), diagnostics };
}

export type CellRule = Exclude<keyof StartRules, (typeof RULES)[Noun]>;

/** Reads a cell by the rule of its column's kind; null when it does not match. */
export function readCell<Rule extends CellRule>(rule: Rule, code: string, span: Span): StartRules[Rule] | null {
  const key = `${rule} ${code}`;
  let value = CELLS.get(key) as StartRules[Rule] | null | undefined;
  if (value === undefined) {
    const result = attempt(rule, code, 0);
    value = result.ok ? result.value : null;
    if (CELLS.size >= MOST_CELLS) CELLS.clear();
    CELLS.set(key, value);
  }
  return moved(value, span.start);
}

/** What cells say, by rule and text, as if they stood at 0: tables say the same again and again, and so do edits. */
const CELLS = new Map<string, StartRules[CellRule] | null>();
const MOST_CELLS = 20_000;

/** Stands for what is to be written: no rule of the grammar takes it. */
const NOTHING = '\u0001';

/**
 * The words and signs of its own that the grammar would take right after a text, by the rule of a declaration or of a
 * cell; empty when it could not be read so far.
 */
export function expectedAfter(rule: Noun | CellRule, code: string): readonly string[] {
  const result = attempt(isNoun(rule) ? RULES[rule] : rule, code + NOTHING, 0);
  return !result.ok && result.stop.at === code.length ? [...new Set(result.stop.literals)] : [];
}

type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly stop: Omit<Stop, 'noun' | 'code' | 'base'>;
    };

/** Made once: see the head of the grammar. */
const read = parse('', { startRule: 'Reader', reserved: RESERVED });

function attempt<Rule extends keyof StartRules>(rule: Rule, text: string, base: number): Attempt<StartRules[Rule]> {
  try {
    const outcome = read(rule, text, base);
    if (!outcome.ok) return { ok: false, stop: stopOf(outcome) };
    return text.length > LONG && isDeep(outcome.value) ? TOO_DEEP : outcome;
  } catch (error) {
    // Brackets nested by the thousand exhaust the stack; no rulebook needs them.
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

/** Shorter texts cannot nest deep enough to matter. */
const LONG = 1_000;
const DEEPEST = 400;
const TOO_DEEP = { ok: false, stop: { at: 0, literals: [], onlyLetters: false, tooDeep: true } } as const;

/** Whether nodes stand inside nodes beyond what a checker that calls itself can walk; found without calling itself. */
function isDeep(root: object): boolean {
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) =>
      Object.values(node).filter((part): part is object => typeof part === 'object' && part !== null),
    );
  }
  return false;
}

function stopOf({ at, expected }: { readonly at: number; readonly expected: readonly Expectation[] }) {
  const literals = expected.flatMap((one) => (one.type === 'literal' && one.text !== undefined ? [one.text] : []));
  const onlyLetters = expected.every((one) => one.type === 'class' || one.text === '-');
  return { at, literals, onlyLetters, tooDeep: false };
}

/** Lines of a clause, by index. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

function clauseAround(noun: Noun, code: string, at: number): Lines {
  const lines = code.split('\n');
  let first = code.slice(0, at).split('\n').length - 1;
  let last = first;
  while (first > 0 && !beginsClause(noun, lines[first])) first--;
  while (last + 1 < lines.length && !beginsClause(noun, lines[last + 1])) last++;
  return { first, last };
}

/** The code with a clause made blank; of the first line, noun, name and label are kept. */
function without(noun: Noun, code: string, { first, last }: Lines): string {
  const lines = code.split('\n');
  const keep = first === 0 ? (header(noun, lines[0] ?? '')?.[0].length ?? 0) : 0;
  return lines
    .map((line, index) => {
      if (index < first || index > last) return line;
      return index === 0 ? line.slice(0, keep) + ' '.repeat(line.length - keep) : ' '.repeat(line.length);
    })
    .join('\n');
}

function beginsClause(noun: Noun, line: string | undefined): boolean {
  const text = (line ?? '').trimStart();
  const word = /^\w*/.exec(text)?.[0] ?? '';
  return /^[|｜=]/.test(text) || CLAUSE_WORDS.has(word) || (NOUNS[noun] as readonly string[]).includes(word);
}

const NAME = String.raw`([\p{L}_][\p{L}\p{N}_-]*|["“][^"”\n]*["”])`;

function header(noun: Noun, line: string): RegExpExecArray | null {
  return new RegExp(String.raw`^\s*${noun}\s+${NAME}(\s+["“][^"”\n]*["”])?`, 'u').exec(line);
}

/** Noun and name by a light look at the first line, so that uses of the name need not be reported, too. */
function lightStatement(noun: Noun, code: string, base: number): Statement {
  const start = code.search(/\S/);
  const at = { start: base + start, end: base + start + noun.length };
  const found = header(noun, code);
  return {
    noun: { text: noun, span: at },
    name: found ? lightName(found, base) : null,
    label: null,
    translations: [],
    clauses: [],
  };
}

function lightName(found: RegExpExecArray, base: number): Word | null {
  const name = found[1] ?? '';
  const start = base + found[0].indexOf(name);
  return RESERVED.has(name)
    ? null
    : { text: name.replace(/^["“]|["”]$/g, ''), span: { start, end: start + name.length } };
}
