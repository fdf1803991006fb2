import { completionsAt } from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { editing, FACTS, slice } from './support.js';

/** What is offered at `¦`: what each writes. */
function offered(added: string): readonly string[] {
  const { analysis, offset } = editing(added, { facts: FACTS });
  return completionsAt(analysis, offset)?.items.map(({ insert }) => insert) ?? [];
}

/** What the offer takes the place of. */
function replaced(added: string): string | null {
  const { analysis, offset, text } = editing(added, { facts: FACTS });
  const found = completionsAt(analysis, offset);
  return found && slice(text, found.span);
}

describe('completion', () => {
  test('at the beginning of a line: the words that begin a declaration, each with what is to be filled in', () => {
    const { analysis, offset } = editing('me¦');
    const metric = completionsAt(analysis, offset)?.items.find(({ label }) => label === 'metric');
    expect(metric).toMatchObject({
      kind: 'noun',
      doc: 'a number measured of each row',
      snippet: 'metric ${1:name} "${2:label}" in ${3:percent}\n  = ${4:count(contacts)}',
    });
    expect(replaced('me¦')).toBe('me');
  });

  test('inside a declaration: the clauses that the grammar would take there', () => {
    expect(offered('population p of accounts\n  ¦')).toEqual(['of', 'where', 'top']);
    expect(offered('metric x "label" ¦')).toEqual(expect.arrayContaining(['in', 'of', 'if', 'en', 'zh']));
    expect(offered('population p of accounts\n  where annual_revenue > 0 CNY\n  top 5 ¦')).toEqual(
      expect.arrayContaining(['by', '%']),
    );
  });

  test('names of the kind wanted', () => {
    expect(offered('population p of ¦')).toEqual(['accounts', 'contacts']);
    expect(offered('apply generic to ¦')).toEqual(['key_accounts']);
    expect(offered('show risk as ¦')).toEqual([
      'bars',
      'table',
      'heatmap',
      'distribution',
      'matrix',
      'scatter',
      'line',
    ]);
  });

  test('in a formula: the columns of the rows gone through come first, then those of the entity', () => {
    const found = offered('metric x of accounts\n  = count(contacts where ¦');
    expect(found.indexOf('department')).toBeLessThan(found.indexOf('industry'));
    expect(found.indexOf('industry')).toBeLessThan(found.indexOf('percent_rank'));
  });

  test('in a cell that holds a formula', () => {
    const score = 'score s of key_accounts\n  | term | weight | value |\n  | a | 100% | ';
    expect(offered(`${score}percent_rank(annual¦`)).toContain('annual_revenue');
    expect(offered(`${score}risk.¦`)).toEqual(['risk', 'points']);
    expect(offered('tier t of key_accounts\n  by ¦\n  | rank | t |\n  | else | a |')).toContain('employees');
  });

  test('after a point: the columns of the source, the outputs of a level', () => {
    expect(offered('check missing(contacts.¦')).toContain('department');
    expect(offered('level r\n  | failed | r | points |\n  | >= 1 | bad | 2 |\n  | 0 | good | 1 |\nshow r.¦')).toEqual([
      'r',
      'points',
    ]);
  });

  test('values seen in the data: bare in a cell, quoted in a formula and where they hold a comma', () => {
    expect(offered('benchmark b\n  | industry | contact_density |\n  | 金¦')).toEqual(
      expect.arrayContaining(['金融服务业', '科技业', '"贸易, 零售"', 'else', 'missing', 'not']),
    );
    expect(offered('population p of accounts\n  where industry = ¦').slice(0, 2)).toEqual(['"金融服务业"', '"科技业"']);
    expect(offered('population p of accounts\n  where industry in ["¦')).toEqual([
      '"金融服务业"',
      '"科技业"',
      '"贸易, 零售"',
    ]);
    expect(replaced('population p of accounts\n  where industry in ["金¦"]')).toBe('"金"');
    expect(replaced('benchmark b\n  | industry | contact_density |\n  | 科技业, 金融 服¦')).toBe('金融 服');
  });

  test('how often a value is seen stands beside it', () => {
    const { analysis, offset } = editing('benchmark b\n  | industry | contact_density |\n  | ¦', { facts: FACTS });
    expect(completionsAt(analysis, offset)?.items[0]).toMatchObject({ label: '金融服务业', detail: '3,500 (49.8%)' });
  });

  test('labels of a level stand bare', () => {
    expect(offered('test "t"\n  expect share(risk = ¦').slice(0, 2)).toEqual(['high', 'medium']);
    expect(offered('test "t"\n  expect key_accounts\n    | account_id | risk |\n    | A1 | ¦')).toEqual(
      expect.arrayContaining(['high', 'low']),
    );
  });

  test('the headers and types of a source', () => {
    expect(offered('source s from "s.csv" key id\n  | column | ¦')).toContain('type');
    expect(offered('source s from "s.csv" key id\n  | column | type |\n  | id | ¦')).toEqual([
      'text',
      'count',
      'number',
      'boolean',
      'percent',
      'money',
      'date',
    ]);
  });

  test('units after a number and behind `in`', () => {
    expect(offered('param x = 20 ¦')).toEqual(expect.arrayContaining(['%', 'pp']));
    expect(offered('metric x in ¦')).toEqual(expect.arrayContaining(['percent', 'CNY', 'contacts']));
  });

  test('nothing in a comment or a free text', () => {
    expect(offered('metric x # wh¦')).toEqual([]);
    expect(offered('source s from "da¦')).toEqual([]);
  });
});
