import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, message, parse, printTree } from '@benchbook/dsl';
import { soup, WORDS } from '../soup.js';
import { COVERAGE } from '../support.js';

/** What must hold for any text whatever. */
function sane(text: string): void {
  const tree = parse('any.bench', text);
  expect(printTree(tree)).toBe(text);
  for (const found of check(tree).diagnostics) {
    const { start, end } = found.span;
    expect(
      0 <= start && start <= end && end <= text.length,
      `${found.code} at ${start}..${end} of ${text.length}`,
    ).toBe(true);
    for (const language of ['en', 'zh'] as const)
      expect(message(found, language).text).not.toMatch(/undefined|NaN|\[object/);
  }
}

describe('any text is read without a crash, and kept whole', () => {
  test('random characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), sane), { numRuns: 300 });
  });

  test('bytes read as text', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new TextDecoder().decode(array));
    fc.assert(fc.property(bytes, sane), { numRuns: 200 });
  });

  test('words of the language in any order', () => {
    fc.assert(fc.property(soup, sane), { numRuns: 400 });
  });

  test('declarations with lines of the rulebook shuffled', () => {
    const lines = COVERAGE.split('\n');
    const shuffled = fc.shuffledSubarray(lines, { maxLength: 40 }).map((some) => some.join('\n'));
    fc.assert(fc.property(shuffled, sane), { numRuns: 60 });
  });

  test('the rulebook cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(COVERAGE.length), (end) => sane(COVERAGE.slice(0, end))),
      { numRuns: 40 },
    );
  });
});

describe('a slip of one character', () => {
  const whole = parse('coverage.bench', COVERAGE);
  const starts = whole.declarations.map((one) => one.span.start);

  /** The index of the declaration an offset lies in, or just after. */
  const owner = (offset: number): number => starts.findLastIndex((start) => start <= offset);

  const slip = fc.record({
    at: fc.nat(COVERAGE.length - 1),
    insert: fc.constantFrom('', 'x', ' ', '"', '(', ')', '|', ',', '=', '5', '-', '#', '，', '人', '\n'),
    remove: fc.nat(1),
  });

  test('breaks at most the declaration it touches and its neighbours', () => {
    fc.assert(
      fc.property(slip, ({ at, insert, remove }) => {
        const text = COVERAGE.slice(0, at) + insert + COVERAGE.slice(at + remove);
        const tree = parse('coverage.bench', text);
        const touched = owner(at);
        const shift = insert.length - remove;
        const broken = tree.declarations.filter((one) => one.broken).map((one) => one.span.start);
        for (const start of broken) {
          const original = owner(start >= at ? Math.max(at, start - shift) : start);
          expect(Math.abs(original - touched), `offset ${at}: ${JSON.stringify(insert)}`).toBeLessThanOrEqual(1);
        }
        expect(broken.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 400 },
    );
  });

  test('inside a declaration, away from its first column, breaks only that one', () => {
    fc.assert(
      fc.property(slip, ({ at, insert, remove }) => {
        const lineStart = COVERAGE.lastIndexOf('\n', at - 1) + 1;
        fc.pre(at > lineStart + 2 && insert !== '\n' && COVERAGE.charAt(at) !== '\n');
        const tree = parse('coverage.bench', COVERAGE.slice(0, at) + insert + COVERAGE.slice(at + remove));
        const broken = tree.declarations.flatMap((one, index) => (one.broken ? [index] : []));
        expect(tree.declarations).toHaveLength(whole.declarations.length);
        expect(
          broken.length === 0 || (broken.length === 1 && broken[0] === owner(at)),
          `offset ${at}: ${JSON.stringify(insert)}`,
        ).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a file read again after an edit is read as if afresh', () => {
  const edits = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(40),
      insert: fc.oneof(
        fc.constantFrom(...WORDS),
        fc.constantFrom('\n', '```\n', '```bench\n', '\r', COVERAGE.slice(0, 400)),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test.each([
    ['a.bench', COVERAGE],
    ['a.bench', COVERAGE.replaceAll('\n', '\r\n')],
    ['a.md', `# Title\n\n\`\`\`bench\n${COVERAGE}\`\`\`\n\n- \`\`\`bench\n\n\`\`\`sql\nselect 1\n\`\`\`\n`],
  ])('of %s', (file, start) => {
    fc.assert(
      fc.property(edits, (all) => {
        let text: string = start;
        let tree = parse(file, text);
        for (const { at, remove, insert } of all) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + insert + text.slice(offset + remove);
          tree = parse(file, text, { before: tree });
          expect(tree).toEqual(parse(file, text));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('in another place of its program', () => {
    const before = parse('a.bench', COVERAGE);
    const text = COVERAGE.replace('annual_revenue > 0', 'annual_revenue > 1');
    expect(parse('a.bench', text, { before, base: 2 ** 32 })).toEqual(parse('a.bench', text, { base: 2 ** 32 }));
  });
});
