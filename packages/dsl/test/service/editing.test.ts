import {
  actionsAt,
  analyse,
  check,
  completionsAt,
  findings,
  formatting,
  hintsIn,
  links,
  parse,
  renameableAt,
  renameAt,
  selectionAt,
  signatureAt,
} from '@benchbook/dsl';
import type { Fix, Span } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { BASE, COVERAGE } from '../support.js';
import { editing, FACTS, slice, using } from './support.js';

/** The text after edits. */
function changed(text: string, edits: readonly Fix[]): string {
  const later = edits.toSorted((a, b) => b.span.start - a.span.start);
  return later.reduce(
    (all, { span, replacement }) => all.slice(0, span.start) + replacement + all.slice(span.end),
    text,
  );
}

/** What is added to the base, after the action of a title is taken at `¦`. */
function acted(added: string, title: RegExp): string {
  const { analysis, offset, text } = editing(added, { facts: FACTS });
  const action = actionsAt(analysis, { start: offset, end: offset }).find((one) => title.test(one.title));
  return action ? changed(text, action.edits).slice(BASE.length + 1) : 'no such action';
}

describe('rename', () => {
  const rename = (added: string, name: string) => {
    const { analysis, offset, text } = editing(added);
    const { edits, refused } = renameAt(analysis, offset, name);
    return edits
      ? changed(
          text,
          edits.map(({ replacement, ...span }) => ({ span, replacement })),
        )
      : refused;
  };

  test('everywhere: headers, formulas, and nowhere else', () => {
    const text = rename('show contact_¦density "contact_density" # contact_density', 'density') ?? '';
    expect(text).toContain('metric density in contacts per 亿元');
    expect(text).toContain('| density | decision_share |');
    expect(text).toMatch(/show density "contact_density" # contact_density$/);
    expect(check(parse('test.bench', text)).diagnostics).toEqual([]);
  });

  test('a label in its rows and in conditions, in quotes where it is no name', () => {
    const text = rename('show key_accounts\ntest "t"\n  expect share(risk = hig¦h) = 1%', 'very high') ?? '';
    expect(text).toContain('| >= 2   | very high   | 3      |');
    expect(text).toContain('share(risk = "very high")');
    expect(check(parse('test.bench', text)).diagnostics).toEqual([]);
  });

  test('in every file of the program', () => {
    const text = 'use "lib.bench"\nmetric x = limit * 2\n';
    const analysis = using(text, { file: 'lib.bench', text: 'param limit = 3\n' });
    expect(renameAt(analysis, text.indexOf('limit'), 'cap').edits).toEqual([
      { file: 'test.bench', start: 27, end: 32, replacement: 'cap' },
      { file: 'lib.bench', start: 6, end: 11, replacement: 'cap' },
    ]);
  });

  test('refuses what would not be a name, or would be two things', () => {
    expect(rename('show contact_dens¦ity', 'where')).toBe('`where` is a word of the language and cannot be a name.');
    expect(rename('show contact_dens¦ity', '2x')).toContain('cannot be a name');
    expect(rename('show contact_dens¦ity', 'decision_share')).toBe('`decision_share` is already a metric, on line 24.');
    expect(rename('show contact_dens¦ity', 'Industry')).toBe('`Industry` is already a column, on line 7.');
    expect(rename('show cou¦nt(contacts)', 'x')).toBe('`count` belongs to the language and cannot be renamed.');
  });

  test('a word of the language cannot be renamed', () => {
    const { analysis, offset } = editing('sh¦ow risk');
    expect(renameableAt(analysis, offset)).toBeNull();
  });
});

describe('actions', () => {
  test('a quick fix of a finding', () => {
    expect(acted('show risk by ind¦stry', /^Write `industry`$/)).toBe('show risk by industry');
  });

  test('a number gets a name', () => {
    expect(acted('## Large ones.\npopulation p of accounts\n  where employees > 5¦00', /name/)).toBe(
      'param p_number = 500\n\n## Large ones.\npopulation p of accounts\n  where employees > p_number',
    );
    expect(acted('population p of accounts\n  top 5¦ by employees', /name/)).toBe('no such action');
  });

  test('rows for the missing and for all others', () => {
    const table = 'benchmark b\n  | industry | contact_density |\n  | 科技业¦ | >= 5 |';
    expect(acted(table, /missing/)).toBe(`${table.replace('¦', '')}\n  | missing | - |`);
    expect(acted(table, /else/)).toBe(`${table.replace('¦', '')}\n  | else | - |`);
    expect(acted(`${table}\n  | else | - |`, /else/)).toBe('no such action');
  });

  test('a metric states the unit of its formula', () => {
    expect(acted('metric x¦ "人数" # how many\n  = count(contacts)', /unit/)).toBe(
      'metric x "人数" in contacts # how many\n  = count(contacts)',
    );
    expect(acted('metric x¦ = count(contacts)', /unit/)).toBe('metric x in contacts = count(contacts)');
  });

  test('a test for a level holds what the data shows', () => {
    const { analysis, text } = editing('', { facts: FACTS });
    const at = text.indexOf('level risk') + 2;
    const action = actionsAt(analysis, { start: at, end: at }).find(({ title }) => title.includes('test'));
    const after = changed(text, action?.edits ?? []);
    expect(after).toMatch(
      /\ntest "risk" on data\n {2}expect count\(risk = high\) = 1339\n {2}expect count\(risk = medium\) = 67\n {2}expect count\(risk = low\) = 1\n$/,
    );
    expect(check(parse('test.bench', after)).diagnostics).toEqual([]);
  });
});

describe('hints', () => {
  test('sizes, means and what rows decide stand at the ends of lines', () => {
    const rows = { risk: [{ text: '| >= 2   | high   | 3      |', decided: 1339, failed: null }] };
    const { analysis, text } = editing('', { facts: { ...FACTS, rows } });
    expect(hintsIn(analysis).map(({ offset, text: said }) => [text.slice(0, offset).split('\n').at(-1), said])).toEqual(
      [
        ['source accounts from "data/accounts.csv" key account_id', '7,035 rows'],
        ['population key_accounts of accounts', '1,407 rows'],
        ['metric decision_share in percent', 'mean 1.73%'],
        ['  | >= 2   | high   | 3      |', 'decides 1,339 (95.2%)'],
      ],
    );
  });

  test('a row that was changed since has none', () => {
    const rows = { risk: [{ text: '| >= 3 | high | 3 |', decided: 1339, failed: null }] };
    const { analysis } = editing('', { facts: { ...FACTS, sources: {}, values: {}, population: null, rows } });
    expect(hintsIn(analysis)).toEqual([]);
  });
});

describe('the rest', () => {
  test('how a function is called, and at which argument the cursor stands', () => {
    const at = (added: string) => {
      const { analysis, offset } = editing(added);
      const found = signatureAt(analysis, offset);
      return found && [found.name, found.parameters[found.active]];
    };
    expect(at('metric x of accounts = clamp(employees, ¦')).toEqual(['clamp', 'low']);
    expect(at('metric x of accounts = round(sum(contacts.fee), ¦)')).toEqual(['round', 'decimals']);
    expect(at('score s of key_accounts\n  | term | weight | value |\n  | a | 100% | percent_rank(¦')).toEqual([
      'percent_rank',
      'value within …',
    ]);
    expect(at('metric x = employees ¦')).toBeNull();
  });

  test('in a text of a level: what judging counts', () => {
    const { analysis, offset } = editing('level r\n  | failed | r | because |\n  | 0 | ok | "all {ju¦"');
    const found = completionsAt(analysis, offset);
    expect(found?.typed).toBe('ju');
    expect(found?.items.map(({ insert }) => insert)).toEqual(['failed', 'passed', 'judged', 'unknown', 'shortfall']);
  });

  test('a selection grows from a word over its cell and row to the declaration', () => {
    const { analysis, offset, text } = editing('benchmark b\n  | contact_density |\n  | >= 1¦5 |');
    const grown = selectionAt(analysis, offset).map((span: Span) => slice(text, span).trim());
    expect(grown.slice(0, 2)).toEqual(['15', '>= 15']);
    expect(grown).toContain('| >= 15 |');
    expect(grown.at(-1)).toBe(text.trim());
  });

  test('links to sources and used files', () => {
    const analysis = using('use "lib.bench"\nsource s from "data/s.csv" key id\n', { file: 'lib.bench', text: '' });
    expect(links(analysis).map(({ path, relativeTo }) => [path, relativeTo])).toEqual([
      ['lib.bench', 'file'],
      ['data/s.csv', 'project'],
    ]);
  });

  test('formatting gives the canonical form', () => {
    const { analysis, text } = editing('metric   y   in count\n  =  count( contacts )');
    expect(changed(text, formatting(analysis))).toContain('metric y in count\n  = count(contacts)');
  });
});

test('nothing of the service throws at any offset of a broken text', () => {
  const text = COVERAGE.slice(2_000, 5_000).replaceAll('=', ')').replaceAll('of ', '| ');
  const analysis = analyse(parse('x.bench', text), { facts: FACTS });
  expect(findings(analysis).length).toBeGreaterThan(3);
  for (let offset = 0; offset <= text.length; offset += 37) {
    completionsAt(analysis, offset);
    signatureAt(analysis, offset);
    selectionAt(analysis, offset);
    actionsAt(analysis, { start: offset, end: offset });
    renameAt(analysis, offset, 'new_name');
  }
});
