import { check, parse } from '@benchbook/dsl';
import type { NameUse } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { BASE, COVERAGE, onBase } from '../support.js';

const usesIn = (text: string): readonly NameUse[] => check(parse('test.bench', text)).uses;

/** The lines after the base, each name followed by what it stands for; a name that gets its meaning here by `!`. */
function marked(added: string): string {
  const text = onBase(added);
  let shown = '';
  let at = BASE.length + 1;
  for (const { span, means, defines } of usesIn(text).filter(({ span: { start } }) => start > BASE.length)) {
    const owner = means.owner === null ? '' : `${means.owner}.`;
    shown += `${text.slice(at, span.end)}‹${owner}${means.kind}${defines ? '!' : ''}›`;
    at = span.end;
  }
  return shown + text.slice(at);
}

describe('uses', () => {
  test('a bare name is a column, a member has two parts, a function is a word of the language', () => {
    expect(marked('metric x = count(contacts where level = "VP") / annual_revenue')).toBe(
      'metric x‹metric!› = count‹function›(contacts‹source› where level‹contacts.column› = "VP") / annual_revenue‹accounts.column›',
    );
    expect(marked('check missing(accounts.industry) <= 5%')).toBe(
      'check missing‹function›(accounts‹source›.industry‹accounts.column›) <= 5%',
    );
  });

  test('a table names columns in its header, labels in its rows, counts in its texts', () => {
    expect(
      marked(
        'level r\n  | failed | r | why |\n  | >= 1 | "red" | "{failed} fail" |\n  | 0 | green | - |\ntest "t"\n  expect share(r = green) = 1%',
      ),
    ).toBe(
      'level r‹level!›\n  | failed‹judgement› | r‹level› | why‹r.column!› |\n  | >= 1 | "red‹r.label!›" | "{failed} fail" |\n' +
        '  | 0 | green‹r.label!› | - |\ntest "t‹test!›"\n  expect share‹function›(r‹level› = green‹r.label›) = 1%',
    );
  });

  test('a table looked up by its bare name names its inputs in its own header only', () => {
    const added =
      'table charge\n  | industry | charge |\n  | 制造业 | 3 |\n  | else | 1 |\nmetric y of accounts = charge';
    expect(marked(added)).toBe(
      'table charge‹table!›\n  | industry‹accounts.column› | charge‹charge.column!› |\n  | 制造业 | 3 |\n  | else | 1 |\nmetric y‹metric!› of accounts‹source› = charge‹table›',
    );
  });

  test('a declaration that is not whole keeps the names that could be resolved', () => {
    expect(marked('population big of accounts\n  where annual_revenue > )\n  top 5 by employees')).toBe(
      'population big‹population!› of accounts‹source›\n  where annual_revenue > )\n  top 5 by employees‹accounts.column›',
    );
    expect(marked('score s of key_accounts')).toBe('score s‹score!› of key_accounts‹population›');
  });

  test('what is looked at again for its names is not reported again', () => {
    const { diagnostics } = check(parse('test.bench', onBase('population big of acounts\n  where nothing')));
    expect(diagnostics.map(({ code }) => code)).toEqual(['B101']);
  });

  test('in a whole rulebook every name is found once, and each is where its text stands', () => {
    const uses = usesIn(COVERAGE);
    expect(new Set(uses.map(({ span }) => span.start)).size).toBe(uses.length);
    expect(uses.filter(({ span, means }) => COVERAGE.slice(span.start, span.end) !== means.name)).toEqual([]);
    const places = (kind: string, name: string): number =>
      uses.filter(({ means }) => means.kind === kind && means.name === name).length;
    expect(places('metric', 'contact_density')).toBe(8);
    expect(places('label', 'high')).toBe(11);
  });
});
