import { expect, test } from 'vitest';
import { cell, heading, list, paragraph, title, type Block } from '../../src/document/block.js';
import { toMarkdown } from '../../src/document/to-markdown.js';

test('tables are pipe tables with aligned columns', () => {
  const table: Block = {
    kind: 'table',
    columns: [{ label: '名称' }, { label: 'score', align: 'right' }],
    rows: [[cell('A | B\nC'), cell('16.00')]],
  };
  expect(toMarkdown([title('T'), heading('H'), table])).toBe(
    '# T\n\n## H\n\n| 名称 | score |\n| --- | ---: |\n| A \\| B C | 16.00 |\n',
  );
});

test('names from data cannot become markup', () => {
  expect(toMarkdown([paragraph('<script> *x* [y](z) key_accounts _'), list([cell('`code`')])])).toBe(
    '\\<script> \\*x\\* \\[y\\](z) key_accounts \\_\n\n- \\`code\\`\n',
  );
});

test('a paragraph cannot begin a list or a heading', () => {
  expect(toMarkdown([paragraph('# 1'), paragraph('1. x')])).toBe('\\# 1\n\n\\1. x\n');
});

test('bars are a table with bars of characters', () => {
  const rows = [{ label: 'high', figures: ['1', '50.0%'], share: 0.5 }];
  expect(toMarkdown([{ kind: 'bars', rows }])).toBe(
    '|  |  |  |  |\n| --- | ---: | ---: | --- |\n| high | 1 | 50.0% | ██████████ |\n',
  );
});
