import fc from 'fast-check';
import { COVERAGE } from './support.js';

/** Words and signs of the language. */
export const WORDS = [
  ...[
    'rulebook',
    'source',
    'param',
    'context',
    'population',
    'band',
    'table',
    'metric',
    'benchmark',
    'apply',
    'level',
    'tier',
  ],
  ...[
    'score',
    'target',
    'check',
    'test',
    'show',
    'scenario',
    'a',
    'b',
    'accounts',
    '客户',
    'contact_density',
    'high',
    'failed',
  ],
  ...[
    'where',
    'top',
    'by',
    'of',
    'in',
    'if',
    'empty',
    'missing',
    'from',
    'key',
    'to',
    'as',
    'not',
    'and',
    'or',
    'per',
    'on',
    'data',
    'given',
    'expect',
  ],
  ...[
    '=',
    '>=',
    '<',
    '..',
    '..<',
    '(',
    ')',
    '[',
    ']',
    ',',
    '|',
    '"x"',
    '“y”',
    '"',
    '#',
    '##',
    '-',
    '->',
    '+',
    '*',
    '/',
    '～',
    '，',
    '：',
    '.',
  ],
  ...[
    '1',
    '20%',
    '5pp',
    '1_000',
    '1亿5千万',
    '500万元',
    '90M CNY',
    '2025-12-31',
    '1..5',
    'percent',
    'count',
    'text',
    'else',
  ],
  ...['\n', '\n  ', '\n\t', '\r\n', ' ', '  ', '\n  | ', ' | ', ' |\n'],
];

/** Words of the language in any order. */
export const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));

const LINES = COVERAGE.split('\n');

/** Lines of the project's rulebook in any order. */
const shuffled = fc.shuffledSubarray(LINES, { maxLength: 40 }).map((some) => some.join('\n'));

/** The rulebook with a few pieces of it in the place of others. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(COVERAGE.length),
      gone: fc.nat(12),
      put: fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 3 })),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((edits) => edits.reduce((text, { at, gone, put }) => text.slice(0, at) + put + text.slice(at + gone), COVERAGE));

const SIGNS = ['a', '#', '|', '\r', '\n', '\r\n', ' ', '\t', '"', '表', '\u3000', '\uFEFF'];

/** Any text that might be found in a file of rules: nearly right, not at all, or of any characters. */
export const anyText = fc.oneof(
  soup,
  shuffled,
  mutated,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 24 }).map((parts) => parts.join('')),
);
