/** Random decision tables and rows of data for them. */
import fc from 'fast-check';
import { cellsOf, columnOf, COLUMNS, listedAs, samples, type Column, type Literal } from './columns.js';
import { holds, type Cell, type Item, type Known, type Match, type Value } from './condition.js';
import type { Case, Gathering, Given, Policy, Row, Table } from './decide.js';

export const spelt = ({ value, texts }: Literal): fc.Arbitrary<{ value: Known; text: string }> =>
  fc.constantFrom(...texts).map((text) => ({ value, text }));

function itemOf({ ordered, literals }: Column): fc.Arbitrary<Item> {
  const literal = fc.constantFrom(...literals).chain(spelt);
  const value = literal.map(({ value: known, text }): Item => ({ kind: 'value', value: known, written: text }));
  if (!ordered) return value;
  const compare = fc
    .tuple(fc.constantFrom('=', '!=', '<', '<=', '>', '>=' as const), literal)
    .map(([comparator, { value: known, text }]): Item => ({
      kind: 'compare',
      comparator,
      value: known,
      written: `${comparator} ${text}`,
    }));
  const range = rangeIn(literals);
  return fc.oneof({ weight: 2, arbitrary: value }, { weight: 3, arbitrary: compare }, { weight: 3, arbitrary: range });
}

/** `1..5`, `1..<5`, `1<..5`, `1<..<5`. */
export const rangeIn = (literals: readonly Literal[]): fc.Arbitrary<Item> =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...literals).chain(spelt), {
        minLength: 2,
        maxLength: 2,
        selector: ({ value }) => value,
      }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([ends, takesLow, takesHigh]): Item => {
      const [low, high] = ends.toSorted((a, b) => (a.value < b.value ? -1 : 1));
      const written = `${low?.text}${takesLow ? '' : '<'}..${takesHigh ? '' : '<'}${high?.text}`;
      return { kind: 'range', low: low?.value ?? 0, high: high?.value ?? 0, takesLow, takesHigh, written };
    });

/** `contains bank, "gas"` finds either; the word is said once. */
const patterns: fc.Arbitrary<readonly Item[]> = fc
  .tuple(
    fc.constantFrom<Match>('contains', 'starts', 'ends', 'word'),
    fc.array(fc.constantFrom('bank', 'gas', 'a', '造', '|', 'THEM', 'of'), { minLength: 1, maxLength: 2 }),
  )
  .map(([how, texts]) =>
    texts.map((text, at): Item => ({
      kind: 'match',
      how,
      text,
      written: `${at === 0 ? `${how} ` : ''}"${text.replace('|', '\\|')}"`,
    })),
  );

export function cellOf(column: Column, hasPatterns: boolean): fc.Arbitrary<Cell> {
  const missing: Item = { kind: 'missing', written: 'missing' };
  const items = fc
    .tuple(
      fc.array(itemOf(column), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([listed, gap, negated]): Cell => ({
      kind: 'items',
      negated: negated === 0,
      items: gap === 0 ? [...listed, missing] : listed,
    }));
  const word = (kind: 'any' | 'else' | 'missing'): fc.Arbitrary<Cell> => fc.constant({ kind });
  const found = fc
    .tuple(patterns, fc.boolean())
    .map(([listed, negated]): Cell => ({ kind: 'items', negated, items: listed }));
  return fc.oneof(
    { weight: 8, arbitrary: items },
    { weight: hasPatterns ? 4 : 0, arbitrary: found },
    { weight: 3, arbitrary: word('any') },
    { weight: 2, arbitrary: word('else') },
    { weight: 1, arbitrary: word('missing') },
  );
}

/** What tables give: kinds of columns that they ask, and texts. */
const GIVES: Readonly<Record<string, readonly Literal[]>> = {
  text: ['low', 'mid', 'high, or so'].map((value) => ({ value, texts: [value] })),
  score: columnOf('score').literals.slice(1),
  share: columnOf('share').literals,
  revenue: columnOf('revenue').literals,
  since: columnOf('since').literals,
};

export const givenOf = (kind: string): fc.Arbitrary<Given | null> =>
  fc
    .constantFrom(...(GIVES[kind] ?? []))
    .chain((literal) => spelt(literal).map(({ value, text }) => ({ value, written: text, listed: listedAs(literal) })));

interface Shape {
  readonly policy: Policy;
  readonly gathering: Gathering | null;
  readonly inOutputOrder: boolean;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly isOrdered: boolean;
  readonly isWhole: boolean;
}

const policies = fc.oneof(
  fc.constantFrom<Policy>('unique', 'any', 'first', 'priority').map((policy) => ({ policy, gathering: null })),
  fc
    .constantFrom<Gathering>('sum', 'min', 'max', 'count', 'list')
    .map((gathering) => ({ policy: 'collect' as const, gathering })),
);

const shape: fc.Arbitrary<Shape> = policies.chain(({ policy, gathering }) => {
  const kinds = Object.keys(GIVES).filter(
    (kind) =>
      (gathering !== 'sum' || (kind !== 'text' && kind !== 'since')) &&
      ((gathering !== 'min' && gathering !== 'max') || kind !== 'text'),
  );
  return fc.record({
    policy: fc.constant(policy),
    gathering: fc.constant(gathering),
    inOutputOrder: gathering === 'list' ? fc.boolean() : fc.constant(false),
    inputs: fc.uniqueArray(fc.constantFrom(...Object.keys(COLUMNS)), { minLength: 1, maxLength: 3 }),
    outputs: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 2 }),
    isOrdered: fc.boolean(),
    isWhole: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
  });
});

/** Whether two patterns meet in one text cannot be told beforehand, so that they stand where rows need not exclude each other. */
const patternsIn = ({ policy }: Shape): boolean => policy !== 'unique' && policy !== 'any';

export const maybe = (given: fc.Arbitrary<Given | null>): fc.Arbitrary<Given | null> =>
  fc.oneof({ weight: 7, arbitrary: given }, { weight: 1, arbitrary: fc.constant(null) });

export const table: fc.Arbitrary<Table> = shape.chain((asked) => {
  const row: fc.Arbitrary<Row> = fc.record({
    cells: fc.tuple(...asked.inputs.map((name) => cellOf(columnOf(name), name === 'sector' && patternsIn(asked)))),
    gives: fc.tuple(...asked.outputs.map((kind) => maybe(givenOf(kind)))),
  });
  return fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom(1, -1), givenInAll(asked.outputs))
    .map(([drawn, direction, filled]): Table => {
      // A column of which no cell says anything has no kind.
      const rows = drawn.map((one, at) => (at === 0 ? { ...one, gives: filled } : one));
      const { isOrdered, isWhole, ...rest } = asked;
      const outputs = asked.outputs.map((kind, at) => (at === 0 ? kind : `${kind}_${at}`));
      const built = { ...rest, outputs, order: null, rows };
      const kept = isWhole ? { ...built, rows: agreeing(built) } : built;
      return {
        ...kept,
        order: isOrdered && (kept.policy === 'priority' || kept.inOutputOrder) ? orderOf(kept, direction) : null,
      };
    });
});

const givenInAll = (outputs: readonly string[]): fc.Arbitrary<readonly (Given | null)[]> =>
  fc.tuple(...outputs.map(givenOf));

export function orderOf({ rows }: Table, direction: number): readonly Given[] {
  const given = new Map(rows.flatMap(({ gives: [one] }) => (one ? [[one.value, one] as const] : [])));
  return [...given.values()].toSorted((a, b) => direction * (a.value < b.value ? -1 : 1));
}

/** Pairs of rows that hold for one and the same case. */
export function meeting(of: Table): readonly (readonly [Row, Row])[] {
  return of.rows.flatMap((row, at) =>
    of.rows.slice(0, at).flatMap((earlier): (readonly [Row, Row])[] => {
      const together = of.inputs.every((name, column) => {
        const listed = of.rows.flatMap(({ cells }) => cells[column] ?? []);
        const bothAt = (value: Value): boolean =>
          [earlier, row].every(({ cells }) => cells[column] && holds(cells[column], value, listed) === true);
        return samples(columnOf(name)).some(bothAt);
      });
      return together ? [[earlier, row]] : [];
    }),
  );
}

/** Pairs of rows that may not stand in one table. */
export function clashing(of: Table): readonly (readonly [Row, Row])[] {
  if (of.policy !== 'unique' && of.policy !== 'any') return [];
  const agree = (one: Row, other: Row): boolean =>
    one.gives.every((given, at) => (given?.value ?? null) === (other.gives[at]?.value ?? null));
  return meeting(of).filter(([one, other]) => of.policy === 'unique' || !agree(one, other));
}

/** The rows without those that clash with one above them. */
export function agreeing(of: Table): readonly Row[] {
  const [first, ...more] = of.rows;
  return more.reduce<readonly Row[]>(
    (kept, row) => (clashing({ ...of, rows: [...kept, row] }).length > 0 ? kept : [...kept, row]),
    first ? [first] : [],
  );
}

/** A row of data: what it holds, and its cells in the order of COLUMNS. */
export interface Entry {
  readonly values: Case;
  readonly cells: readonly string[];
}

export const entry: fc.Arbitrary<Entry> = fc
  .tuple(...Object.values(COLUMNS).map((column) => fc.constantFrom(...cellsOf(column))))
  .map((cells) => ({
    values: Object.fromEntries(Object.keys(COLUMNS).map((name, at) => [name, cells[at]?.value ?? null])),
    cells: cells.map(({ cell }) => cell),
  }));
