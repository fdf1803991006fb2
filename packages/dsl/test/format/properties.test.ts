import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format, formatEdits, parse } from '@benchbook/dsl';
import type { Tree } from '@benchbook/dsl';
import { BASE } from '../support.js';
import { rulebook } from './generate.js';

const read = (text: string): Tree => parse('any.bench', text);
const formatted = (text: string): string => format(read(text));

/** What a tree says, wherever it says it. */
const said = (tree: Tree): unknown =>
  JSON.parse(
    JSON.stringify(tree.declarations, (key, value: unknown) => (/^(span|nounSpan)$/.test(key) ? undefined : value)),
  );

/** All comments in order; the sign of a Chinese keyboard is the ordinary one. */
const comments = ({ parts, text }: Tree): string[] =>
  parts
    .flatMap((part) => part.lines)
    .flatMap((line) => {
      if (line.kind === 'comment' || line.kind === 'doc') return [text.slice(line.textStart, line.end)];
      return line.comment ? [text.slice(line.comment.start, line.comment.end)] : [];
    })
    .map((comment) => comment.trimEnd().replace(/^＃(?![#＃])/, '#'));

function lawful(text: string): void {
  const before = read(text);
  const after = format(before);
  const again = read(after);
  expect(said(again)).toEqual(said(before));
  expect(comments(again)).toEqual(comments(before));
  expect(format(again)).toBe(after);
  expect(formatEdits(again)).toEqual([]);
}

describe('a rulebook as careless people write it', () => {
  test('is read whole', () => {
    fc.assert(
      fc.property(rulebook, (text) => {
        expect(read(text).declarations.filter((one) => one.broken)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('says the same when formatted, keeps its comments in order, and is left alone the second time', () => {
    fc.assert(fc.property(rulebook, lawful), { numRuns: 400 });
  });

  test('comes out in one form: no tabs, no room at the end, no second blank line, one last line ending', () => {
    fc.assert(
      fc.property(rulebook, (text) => {
        const lines = formatted(text).replaceAll('\r\n', '\n').split('\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.filter((line) => /\s$/.test(line))).toEqual([]);
        expect(lines.filter((line) => /^[^#"]*[\t，（）＝\u3000｜]/.test(line))).toEqual([]);
        expect(lines.some((line, index) => line === '' && lines[index + 1] === '')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any text', () => {
  test('the rulebook with slips', () => {
    const slip = fc.record({
      at: fc.nat(BASE.length - 1),
      insert: fc.constantFrom('', 'x', ' ', '"', '(', ')', '|', ',', '=', '-', '#', '，', '\n', '\n\n\n', '\r', '\t'),
      remove: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
        lawful(
          slips.reduce((text, { at, insert, remove }) => text.slice(0, at) + insert + text.slice(at + remove), BASE),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('its lines in any order', () => {
    const shuffled = fc.shuffledSubarray(BASE.split('\n'), { maxLength: 40 }).map((some) => some.join('\n'));
    fc.assert(fc.property(shuffled, lawful), { numRuns: 150 });
  });

  test('random characters', () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'aA1_ .,|#"“(=-<>\n\r\t　＃｜，客é', '##', 'metric ', 'source ', 'param '),
      maxLength: 80,
    });
    fc.assert(fc.property(noise, lawful), { numRuns: 1_000 });
  });

  test('edits are whole lines, and put in place they are the formatted text', () => {
    fc.assert(
      fc.property(rulebook, (text) => {
        const edits = formatEdits(read(text));
        const applied = edits.reduceRight(
          (one, { span, replacement }) => one.slice(0, span.start) + replacement + one.slice(span.end),
          text,
        );
        expect(applied).toBe(formatted(text));
        expect(edits.filter(({ span }) => span.start > 0 && text.charAt(span.start - 1) !== '\n')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
