import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Need } from './needs.js';
import type { Clause, ClauseOf, Declaration, Statement } from './nodes.js';
import type { Noun } from './nouns.js';
import { PLANNING_NEEDS } from './planning-needs.js';

/** The declaration's clause of a kind, if it has one. */
export function clauseOf<K extends Clause['kind']>(declaration: Declaration, kind: K): ClauseOf<K> | undefined {
  return declaration.clauses.find((clause): clause is ClauseOf<K> => clause.kind === kind);
}

/** All clauses of a kind, in order. */
export function clausesOf<K extends Clause['kind']>(declaration: Declaration, kind: K): ClauseOf<K>[] {
  return declaration.clauses.filter((clause): clause is ClauseOf<K> => clause.kind === kind);
}

const TABLE: Need = { kinds: ['table'], clause: 'table', example: '| … | … |' };

/** What a declaration cannot do without. */
const NEEDS: Partial<Record<Noun, readonly Need[]>> = {
  source: [
    { kinds: ['from', 'not available'], clause: '`from`', example: 'from "data/accounts.csv"' },
    { kinds: ['key'], clause: '`key`', example: 'key account_id' },
    { ...TABLE, example: '| column | type |' },
  ],
  param: [{ kinds: ['value'], clause: 'value', example: '= 20%' }],
  context: [TABLE],
  population: [{ kinds: ['of'], clause: '`of`', example: 'of accounts' }],
  band: [TABLE],
  table: [TABLE],
  metric: [{ kinds: ['formula'], clause: 'formula', example: '= count(contacts)' }],
  benchmark: [TABLE],
  apply: [{ kinds: ['to'], clause: '`to`', example: 'to key_accounts' }],
  waiver: [{ kinds: ['of'], clause: '`of`', example: 'of key_accounts' }, TABLE],
  level: [TABLE],
  tier: [
    { kinds: ['of'], clause: '`of`', example: 'of key_accounts' },
    { kinds: ['by'], clause: '`by`', example: 'by annual_revenue' },
    TABLE,
  ],
  score: [{ kinds: ['of'], clause: '`of`', example: 'of key_accounts' }, TABLE],
  target: [TABLE],
  input: [{ kinds: ['points'], clause: '`over`', example: 'over 20%..80% step 20%' }],
  sweep: [{ kinds: ['report'], clause: '`report`', example: 'report share(risk = high)' }],
  seek: [{ kinds: ['so that'], clause: '`so that`', example: 'so that share(risk = high) <= 60%' }],
  test: [{ kinds: ['expect', 'expect rows'], clause: '`expect`', example: 'expect count(risk = high) = 3' }],
  ...PLANNING_NEEDS,
};

/** Clauses that may stand more than once. */
const REPEATED: ReadonlySet<Clause['kind']> = new Set([
  ...([
    'aliases',
    'given',
    'expect',
    'expect rows',
    'adds',
    'sets',
    'cost',
    'takes',
    'at most',
    'span',
    'moves',
  ] as const),
  ...(['pair', 'require'] as const),
  ...(['aliases', 'given', 'expect', 'expect rows'] as const),
  ...(['applied', 'set', 'set table', 'scale', 'shift', 'unset'] as const),
]);

/** What is missing from a declaration whose clauses could all be read, and what it says twice. */
export function checkClauses(noun: Noun, statement: Statement): Diagnostic[] {
  const head = statement.name?.span ?? statement.noun.span;
  const missing = (NEEDS[noun] ?? [])
    .filter((need) => !statement.clauses.some((clause) => need.kinds.includes(clause.kind)))
    .map((need) => diagnostic('B013', head, { noun, clause: need.clause, example: need.example }));
  const twice = statement.clauses.flatMap((clause, index) => {
    const first = statement.clauses.findIndex((other) => other.kind === clause.kind);
    const earlier = statement.clauses[first];
    if (first === index || earlier === undefined || REPEATED.has(clause.kind)) return [];
    return [diagnostic('B009', clause.span, { clause: spelled(clause.kind), noun }, { related: [earlier.span] })];
  });
  return [...missing, ...twice];
}

const SPELLED = {
  uncertain: '~',
  'from date': 'from',
  'from scenario': 'from',
  bounds: 'within',
  points: 'over',
  'with actions': 'with',
  'over actions': 'over',
  'with chance': 'with',
  trials: 'times',
  objective: 'maximise',
  spending: 'budget',
};

const spelled = (kind: Clause['kind']): string =>
  ({ value: '=', formula: '=', amount: '=', 'by date': 'by', hit: 'hit policy', ...SPELLED })[kind as string] ?? kind;
