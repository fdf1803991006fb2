import { expect, test } from 'vitest';
import { cell, heading, list, paragraph, title, type Block } from '../../src/document/block.js';
import { toTerminal } from '../../src/document/to-terminal.js';
import { plain } from '../../src/terminal/paint.js';

const shown = (blocks: readonly Block[], width = Infinity) => toTerminal(blocks, { width, paint: plain });

const ranked: Block = {
  kind: 'table',
  columns: [{ label: 'rank', align: 'right' }, { label: '名称' }, { label: 'because', flexible: true }],
  rows: [
    [cell('1'), cell('招商银行'), cell('no contacts; all departments missing')],
    [cell('12'), cell('Shaw Inc'), cell('one of three failed')],
  ],
};

test('columns stand under each other whatever the script', () => {
  expect(shown([title('Ranking'), ranked])).toBe(
    [
      'Ranking',
      '  rank  名称      because',
      '     1  招商银行  no contacts; all departments missing',
      '    12  Shaw Inc  one of three failed',
      '',
    ].join('\n'),
  );
});

test('a narrow terminal breaks the flexible column', () => {
  expect(shown([ranked], 40)).toBe(
    [
      '  rank  名称      because',
      '     1  招商银行  no contacts; all',
      '                  departments missing',
      '    12  Shaw Inc  one of three failed',
      '',
    ].join('\n'),
  );
});

test('bars are exact to an eighth of a column, and what is not zero is seen', () => {
  const rows = [
    { label: '高', figures: ['1,339', '95.2%'], share: 0.95167 },
    { label: 'low', figures: ['1', '0.1%'], share: 0.0007 },
    { label: 'none', figures: ['0', '0.0%'], share: 0 },
  ];
  expect(shown([{ kind: 'bars', rows }], 40)).toBe(
    ['  高    1,339  95.2%  █████████████████▏', '  low       1   0.1%  ▏', '  none      0   0.0%', ''].join('\n'),
  );
});

test('a heading is set off by an empty line, and lists and paragraphs are indented', () => {
  expect(shown([title('A'), heading('B'), paragraph('c'), list([cell('d')])])).toBe('A\n\nB\n  c\n  - d\n');
});

test('an escape sequence in a name does not reach the terminal', () => {
  expect(shown([paragraph('Evil\u001b[2J Ltd')])).toBe('  Evil\ufffd[2J Ltd\n');
});
