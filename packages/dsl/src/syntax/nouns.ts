/** The words that begin a declaration of this version, each with the clauses that may stand under it. */
export const NOUNS = {
  rulebook: ['version', 'as'],
  use: [],
  source: ['from', 'not', 'key', 'named', 'aliases', 'encoding', 'delimiter', 'missing', 'duplicates', 'dated'],
  param: ['=', '~'],
  context: ['source', 'dated'],
  population: ['of', 'where', 'top'],
  band: ['of'],
  table: [],
  metric: ['of', 'in', '=', 'if', 'shortfall'],
  benchmark: ['of', 'peers'],
  apply: ['to'],
  waiver: ['of'],
  level: ['of'],
  tier: ['of', 'by'],
  score: ['of', 'times'],
  target: ['of', 'by'],
  check: ['else'],
  test: ['on', 'given', 'expect'],
  show: ['by', 'top', 'of', 'as'],
  action: [
    ...(['on', 'where', 'top', 'adds', 'sets', 'cost', 'takes', 'starts', 'lasts', 'ramp', 'chance', 'at'] as const),
    'after',
  ],
  resource: ['=', 'capacity', 'span', 'hiring', 'training', 'pay'],
  budget: ['=', 'from', 'reserve', 'moves'],
  phase: ['months', 'starts', 'ends', 'lasts', 'after', 'owner', 'milestones'],
  funnel: ['of', 'by', 'enters', 'worth'],
  cohort: ['size', 'starts', 'retention', 'worth', 'acquisition'],
  model: ['over', 'from', 'with', 'discount', 'flows', 'payback', 'report'],
  correlate: [],
  simulate: ['seed', 'sampling', 'report'],
  optimise: ['maximise', 'minimise', 'over', 'budget', 'require'],
  require: ['with'],
  scenario: ['from', 'apply', 'set', 'to', 'scale', 'shift', 'unset'],
  input: ['over'],
  sweep: ['over', 'report'],
  seek: ['within', 'so'],
  rank: ['drivers'],
} as const satisfies Record<string, readonly string[]>;

export type Noun = keyof typeof NOUNS;

/** The declarations that hold a table. */
export const TABLED: ReadonlySet<Noun> = new Set([
  ...([
    'source',
    'context',
    'band',
    'table',
    'benchmark',
    'waiver',
    'level',
    'tier',
    'score',
    'target',
    'test',
  ] as const),
  ...(['budget', 'funnel', 'model'] as const),
]);

/** The declarations that have no name of their own. */
export const NAMELESS = [
  'use',
  'apply',
  'check',
  'show',
  'correlate',
  'simulate',
  'optimise',
  'require',
  'input',
  'sweep',
  'seek',
  'rank',
] as const;
export type Nameless = (typeof NAMELESS)[number];

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
