/** The words that begin a declaration of this version, each with the clauses that may stand under it. */
export const NOUNS = {
  rulebook: ['version'],
  use: [],
  source: ['from', 'not', 'key', 'named', 'aliases', 'encoding', 'delimiter', 'missing', 'duplicates'],
  param: ['='],
  context: ['source', 'dated'],
  population: ['of', 'where', 'top'],
  band: ['of'],
  table: [],
  metric: ['of', 'in', '=', 'if'],
  benchmark: ['of', 'peers'],
  apply: ['to'],
  level: ['of'],
  tier: ['of', 'by'],
  score: ['of', 'times'],
  target: ['of', 'by'],
  check: ['else'],
  test: ['on', 'given', 'expect'],
  show: ['by', 'top', 'of', 'as'],
} as const satisfies Record<string, readonly string[]>;

export type Noun = keyof typeof NOUNS;

/** The declarations that hold a table. */
export const TABLED: ReadonlySet<Noun> = new Set([
  ...(['source', 'context', 'band', 'table', 'benchmark', 'level', 'tier', 'score', 'target', 'test'] as const),
]);

/** Words of the language that later versions read; a declaration that begins with one is kept whole and named in one message. */
export const LATER_NOUNS: readonly string[] = [
  'scenario',
  'input',
  'sweep',
  'seek',
  'action',
  'resource',
  'budget',
  'phase',
  'funnel',
  'cohort',
  'model',
  'correlate',
  'simulate',
  'rank',
  'optimise',
  'require',
];

/** Words that can never be a name, because an expression could not be read otherwise. */
export const RESERVED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'where',
  'by',
  'top',
  'as',
  'from',
  'within',
  'step',
  'for',
  'per',
  'otherwise',
  'else',
  'if',
]);

/** Words that begin a clause line: at column 0 they continue the declaration above. */
export const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  Object.values<readonly string[]>(NOUNS)
    .flat()
    .filter((word) => !isNoun(word)),
);

export function isNoun(word: string): word is Noun {
  return Object.hasOwn(NOUNS, word);
}
