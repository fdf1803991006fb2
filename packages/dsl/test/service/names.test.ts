import {
  definitionAt,
  findings,
  folds,
  highlightsAt,
  hoverAt,
  hoverMarkdown,
  outline,
  referencesAt,
} from '@benchbook/dsl';
import { describe, expect, test } from 'vitest';
import { BASE } from '../support.js';
import { editing, FACTS, slice, using } from './support.js';

describe('go to definition and references', () => {
  test('from a use to its declaration, and back to every use', () => {
    const { analysis, offset, text } = editing('show contact_d¦ensity by industry');
    const found = definitionAt(analysis, offset);
    expect(found && slice(text, found.from)).toBe('contact_density');
    expect(found && slice(text, found.whole)).toMatch(/^metric contact_density /);
    expect(referencesAt(analysis, offset).map((at) => slice(text, at))).toEqual(
      Array(referencesAt(analysis, offset).length).fill('contact_density'),
    );
    expect(referencesAt(analysis, offset, false).length).toBe(referencesAt(analysis, offset).length - 1);
    expect(highlightsAt(analysis, offset).filter(({ defines }) => defines).length).toBe(1);
  });

  test('a column is declared by its row, whatever other source has one of its name', () => {
    const { analysis, offset, text } = editing('check missing(contacts.account¦_id) <= 1%');
    const found = definitionAt(analysis, offset);
    expect(found && slice(text, found.whole)).toMatch(/text -> accounts/);
  });

  test('into a file that is used', () => {
    const text = 'use "lib.bench"\nmetric x = limit * 2\n';
    const other = { file: 'lib.bench', text: '# shared\nparam limit = 3\n' };
    const found = definitionAt(using(text, other), text.indexOf('limit'));
    expect(found?.name.file).toBe('lib.bench');
    expect(found && slice(other.text, found.whole)).toBe('param limit = 3');
  });

  test('a word of the language has no declaration', () => {
    const { analysis, offset } = editing('show cou¦nt(contacts)');
    expect(definitionAt(analysis, offset)).toBeNull();
  });
});

describe('hover', () => {
  test('a metric: its unit, formula, what the data says, where it is declared', () => {
    const { analysis, offset } = editing('show decision_¦share', { facts: FACTS });
    expect(hoverAt(analysis, offset)).toMatchObject({
      title: 'metric decision_share',
      details: [
        { name: 'unit', value: 'a percent' },
        { name: 'formula', value: 'count(contacts where level in ["C-level", "VP"]) / count(contacts)' },
        { name: 'mean', value: '1.73%' },
        { name: 'unknown', value: '7' },
        { name: 'declared', value: expect.stringMatching(/^line \d+$/) as string },
      ],
    });
  });

  test('a column: its type and its values; in Chinese', () => {
    const { analysis, offset } = editing('show emplo¦yees', { facts: FACTS, language: 'zh' });
    const found = hoverAt(analysis, offset);
    expect(found?.title).toBe('employees · accounts 的列');
    expect(found?.details.slice(0, 4)).toEqual([
      { name: '类型', value: '计数' },
      { name: '不同取值', value: '812' },
      { name: '中位数', value: '120' },
      { name: '中间一半', value: '50 … 400' },
    ]);
    expect(found && hoverMarkdown(found)).toMatch(/^\*\*employees · accounts 的列\*\*\n\n- 类型: 计数\n[^]*\n\n█▂▁$/);
  });

  test('a number says how a scenario calls it', () => {
    const { analysis, offset, text } = editing(
      'benchmark b\n  | industry | contact_density |\n  | 科技业 | >= 5¦ |\n  | else | - |',
    );
    const found = hoverAt(analysis, offset);
    expect(found && slice(text, found.span)).toBe('5');
    expect(found?.details).toEqual([{ name: 'a scenario calls it', value: 'b[科技业].contact_density' }]);
  });

  test('words of the language and functions explain themselves', () => {
    const noun = editing('popul¦ation p of accounts');
    expect(hoverAt(noun.analysis, noun.offset)?.doc).toBe('which rows of a source are judged');
    const call = editing('metric x of accounts = rou¦nd(employees, 1)');
    expect(hoverAt(call.analysis, call.offset)).toMatchObject({ title: 'round(value, decimals)' });
  });
});

describe('findings, outline, folds', () => {
  test('a finding has its page, its places and its fix', () => {
    const { analysis, text } = editing('show risk by indstry');
    expect(findings(analysis)).toMatchObject([
      {
        code: 'B101',
        severity: 'error',
        hint: 'Did you mean `industry`?',
        page: 'docs/diagnostics/B101.md',
        fix: { title: 'Write `industry`' },
      },
    ]);
    expect(findings(analysis).map(({ span }) => slice(text, span))).toEqual(['indstry']);
  });

  test('what is wrong in a used file is not shown in this one', () => {
    const analysis = using('use "lib.bench"\nparam a = 1\n', { file: 'lib.bench', text: 'parm limit = 3\n' });
    expect(findings(analysis)).toEqual([]);
  });

  test('the outline names every declaration with its parts', () => {
    const { analysis } = editing(
      'level r "等级" en "Grade"\n  | failed | r | points |\n  | >= 1 | bad | 2 |\n  | 0 | good | 1 |',
    );
    expect(outline(analysis).at(-1)).toMatchObject({
      name: 'r',
      kind: 'level',
      detail: 'Grade',
      children: [
        { name: 'points', kind: 'column' },
        { name: 'bad', kind: 'label' },
        { name: 'good', kind: 'label' },
      ],
    });
  });

  test('declarations, tables and comments fold', () => {
    const added = '# one\n# two\nbenchmark b\n  | contact_density |\n  | >= 5 |\n';
    const { analysis, text } = editing(added);
    const own = folds(analysis).filter(({ start }) => start > BASE.length);
    expect(own.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['comment', '\n# two'],
      ['declaration', '\n  | contact_density |\n  | >= 5 |'],
      ['table', '\n  | >= 5 |'],
    ]);
  });
});
