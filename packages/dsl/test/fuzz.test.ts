import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionsAt,
  analyse,
  check,
  completionsAt,
  definitionAt,
  findings,
  folds,
  format,
  formatting,
  hintsIn,
  hoverAt,
  hoverMarkdown,
  link,
  lint,
  outline,
  parse,
  printTree,
  referencesAt,
  renameableAt,
  selectionAt,
  signatureAt,
  tokens,
} from '@benchbook/dsl';
import { anyText } from './soup.js';

const FILES = fc.constantFrom('any.bench', 'any.md');

describe('whatever stands in a file', () => {
  test('one ending of lines, that of the first, is taken for all', () => {
    expect(format(parse('any.bench', '\na\r\n\na'))).toBe('a\n\na\n');
    expect(format(parse('any.bench', 'a\r\nb\r\r\n\nc\n'))).toBe('a\r\nb\r\n\r\nc\r\n');
  });

  test('its form is one that stays as it is', () => {
    fc.assert(
      fc.property(FILES, anyText, (file, text) => {
        const formed = format(parse(file, text));
        expect(format(parse(file, formed))).toBe(formed);
      }),
      { numRuns: 300 },
    );
  });

  test('it is looked over for style, inside its bounds', () => {
    fc.assert(
      fc.property(FILES, anyText, (file, text) => {
        const tree = parse(file, text);
        for (const { span } of lint(link(tree), check(tree))) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('an editor can ask anything at any place', () => {
    fc.assert(
      fc.property(FILES, anyText, fc.nat(), (file, text, place) => {
        const analysis = analyse(parse(file, text));
        const at = place % (text.length + 1);
        findings(analysis);
        outline(analysis);
        hintsIn(analysis);
        formatting(analysis);
        definitionAt(analysis, at);
        renameableAt(analysis, at);
        signatureAt(analysis, at);
        actionsAt(analysis, { start: at, end: at });
        const hover = hoverAt(analysis, at);
        if (hover) expect(hoverMarkdown(hover)).not.toMatch(/undefined|NaN|\[object/);
        for (const { label } of completionsAt(analysis, at)?.items ?? []) expect(label).not.toBe('');
        const spans = [...tokens(analysis), ...folds(analysis), ...selectionAt(analysis, at)];
        for (const { start, end } of spans) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { end } of referencesAt(analysis, at)) expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 100 },
    );
  });

  test('an edit gives what reading it all anew gives', () => {
    fc.assert(
      fc.property(FILES, anyText, fc.nat(), fc.nat(20), anyText, (file, text, place, gone, put) => {
        const at = place % (text.length + 1);
        const edited = text.slice(0, at) + put.slice(0, 8) + text.slice(at + gone);
        const after = parse(file, edited, { before: parse(file, text) });
        expect(printTree(after)).toBe(edited);
        expect(check(after).diagnostics).toEqual(check(parse(file, edited)).diagnostics);
      }),
      { numRuns: 200 },
    );
  });
});
