/** Conditions in formulas and `where`, in three values, as docs/language/reference.md tells them to a reader; and random ones. */
import fc from 'fast-check';
import { columnOf, COLUMNS } from './columns.js';
import { every, holds, not, some, type Item, type Known, type Match, type Truth } from './condition.js';
import type { Case } from './decide.js';
import { rangeIn, spelt } from './generate.js';

export type Formula = Readonly<{ written: string }> &
  (
    | Readonly<{ kind: 'and' | 'or'; parts: readonly Formula[] }>
    | Readonly<{ kind: 'not'; part: Formula }>
    /** A column and what is asked of it: any of the items. */
    | Readonly<{ kind: 'asks'; column: string; items: readonly Item[]; negated: boolean }>
    | Readonly<{ kind: 'missing'; column: string; negated: boolean }>
    | Readonly<{ kind: 'quotient'; above: string; below: string; least: number }>
  );

export function truthOf(formula: Formula, one: Case): Truth {
  switch (formula.kind) {
    case 'and':
      return every(formula.parts.map((part) => truthOf(part, one)));
    case 'or':
      return some(formula.parts.map((part) => truthOf(part, one)));
    case 'not':
      return not(truthOf(formula.part, one));
    case 'missing':
      return ((one[formula.column] ?? null) === null) !== formula.negated;
    case 'asks': {
      const { items, negated, column } = formula;
      return holds({ kind: 'items', items, negated }, one[column] ?? null, []);
    }
    case 'quotient': {
      const [above, below] = [one[formula.above] ?? null, one[formula.below] ?? null];
      return above === null || below === null || below === 0 ? null : Number(above) / Number(below) >= formula.least;
    }
  }
}

const names = Object.keys(COLUMNS);
const ordered = names.filter((name) => columnOf(name).ordered);
/** A text in a formula stands in quotes. */
const quoted = (value: Known, text: string, column: string): string =>
  column === 'sector' ? `"${String(value)}"` : text;

const compared: fc.Arbitrary<Formula> = fc.constantFrom(...names).chain((column) =>
  fc
    .tuple(
      fc.constantFrom(
        ...(ordered.includes(column) ? (['=', '!=', '<', '<=', '>', '>='] as const) : (['=', '!='] as const)),
      ),
      fc.constantFrom(...columnOf(column).literals).chain(spelt),
    )
    .map(([comparator, { value, text }]): Formula => {
      const item: Item = { kind: 'compare', comparator, value, written: text };
      const written = `${column} ${comparator} ${quoted(value, text, column)}`;
      return { kind: 'asks', column, items: [item], negated: false, written };
    }),
);

const listed: fc.Arbitrary<Formula> = fc.constantFrom(...names.filter((name) => name !== 'active')).chain((column) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...columnOf(column).literals).chain(spelt), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([values, negated]): Formula => {
      const items = values.map(({ value, text }): Item => ({ kind: 'value', value, written: text }));
      const texts = values.map(({ value, text }) => quoted(value, text, column));
      const written = `${column} ${negated ? 'not in' : 'in'} [${texts.join(', ')}]`;
      return { kind: 'asks', column, items, negated, written };
    }),
);

const inside: fc.Arbitrary<Formula> = fc.constantFrom(...ordered).chain((column) =>
  rangeIn(columnOf(column).literals).map((item): Formula => ({
    kind: 'asks',
    column,
    items: [item],
    negated: false,
    written: `${column} within ${item.written}`,
  })),
);

const matched: fc.Arbitrary<Formula> = fc
  .tuple(
    fc.constantFrom<Match>('contains', 'starts', 'ends', 'word'),
    fc.array(fc.constantFrom('bank', 'GAS', 'a', '造', '|'), { minLength: 1, maxLength: 2 }),
  )
  .map(([how, texts]): Formula => {
    const items = texts.map((text): Item => ({ kind: 'match', how, text, written: text }));
    const sought = texts.map((text) => `"${text}"`);
    const written = `sector ${how} ${sought.length === 1 ? sought.join() : `[${sought.join(', ')}]`}`;
    return { kind: 'asks', column: 'sector', items, negated: false, written };
  });

const leaf: fc.Arbitrary<Formula> = fc.oneof(
  { weight: 4, arbitrary: compared },
  { weight: 2, arbitrary: listed },
  { weight: 2, arbitrary: inside },
  { weight: 1, arbitrary: matched },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...names), fc.boolean()).map(([column, negated]): Formula => ({
      kind: 'missing',
      column,
      negated,
      written: `${column} is ${negated ? 'not ' : ''}missing`,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Formula>({
      kind: 'asks',
      column: 'active',
      items: [{ kind: 'value', value: true, written: 'yes' }],
      negated: false,
      written: 'active',
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Formula>({
      kind: 'quotient',
      above: 'score',
      below: 'staff',
      least: 0.1,
      written: 'score / staff >= 0.1',
    }),
  },
);

/** With brackets wherever parts are joined, except around what binds more tightly: `not`, then `and`, then `or`. */
export const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('formula').map((part): Formula => ({ kind: 'not', part, written: `not ${inBrackets(part, ['and', 'or'])}` })),
    joined('and', tie('formula')),
    joined('or', tie('formula')),
  ),
}));

function joined(kind: 'and' | 'or', part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  const loose = kind === 'and' ? ['or'] : [];
  return fc.array(part, { minLength: 2, maxLength: 3 }).map((parts): Formula => ({
    kind,
    parts,
    written: parts.map((one) => inBrackets(one, loose)).join(` ${kind} `),
  }));
}

const inBrackets = (part: Formula, kinds: readonly string[]): string =>
  kinds.includes(part.kind) ? `(${part.written})` : part.written;
