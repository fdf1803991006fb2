import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, parse, printTree } from '@benchbook/dsl';
import type { Tree } from '@benchbook/dsl';
import { codesOf, readProjectFile, rendered } from '../support.js';

const notebook = (text: string): Tree => parse('plan.md', text);

const TEXT = `# Coverage, stricter

Why we look at this.

\`\`\`bench
param floor = 20%
\`\`\`

What the tables say:

\`\`\`sql top
select * from ranking
\`\`\`

~~~~bench hide
## The ceiling follows the floor.
param ceiling = 60%
param limit = 5
~~~~
`;

describe('a notebook', () => {
  const tree = notebook(TEXT);

  test('is read as one rulebook, whatever stands between its cells', () => {
    const { model, diagnostics } = check(tree);

    expect(diagnostics).toEqual([]);
    expect(model).toMatchObject({ name: 'plan', file: 'plan.md' });
    expect(model?.params.map(({ name, line, doc }) => [name, line, doc])).toEqual([
      ['floor', 6, null],
      ['ceiling', 17, 'The ceiling follows the floor.'],
      ['limit', 18, null],
    ]);
  });

  test('lists its cells with what stands in them', () => {
    expect(
      tree.cells.map(({ language, info, text, declarations }) => [language, info, text, declarations.length]),
    ).toEqual([
      ['bench', '', 'param floor = 20%\n', 1],
      ['sql', 'top', 'select * from ranking\n', 0],
      ['bench', 'hide', '## The ceiling follows the floor.\nparam ceiling = 60%\nparam limit = 5\n', 2],
    ]);
    const [first] = tree.cells;
    expect(first && TEXT.slice(first.span.start, first.span.end)).toBe('```bench\nparam floor = 20%\n```\n');
  });

  test('keeps every character', () => {
    expect(printTree(tree)).toBe(TEXT);
  });
});

describe('a cell', () => {
  test('ends the declaration in it: what stands below a fence never belongs to what stands above', () => {
    const text = '```bench\nparam floor = 20%\n```\n\n| not | a table |\n\n```bench\nparam ceiling = 60%\n```\n';
    expect(codesOf(text, 'a.md')).toEqual([]);
    expect(rendered('```bench\nmetric a\n```\n  = 3\n', 'en', 'a.md'))
      .toBe(`a.md:2:8 error B013: This metric has no formula.
2 | metric a
  |        ^
  = Write for example: = count(contacts)
`);
  });

  test('may be indented as far as Markdown lets it be', () => {
    expect(notebook('  ```bench\n  param floor = 20%\n  ```\n').declarations).toMatchObject([
      { name: { text: 'floor' }, broken: false },
    ]);
    expect(codesOf('   ```bench\n   param floor = 20%\n     param ceiling = 60%\n   ```\n', 'a.md')).toEqual(['B010']);
  });

  test('is none inside a list, a quotation, raw HTML or another block', () => {
    const hidden = [
      '- item\n\n  ```bench\n  param x = 1\n  ```\n',
      '> ```bench\n> param x = 1\n> ```\n',
      '<!--\n```bench\nparam x = 1\n```\n-->\n',
      '````text\n```bench\nparam x = 1\n```\n````\n',
      '    ```bench\n    param x = 1\n    ```\n',
    ];
    expect(hidden.map((text) => codesOf(text, 'a.md'))).toEqual(hidden.map(() => ['B021']));
  });

  test('may follow a BOM, end its lines as Windows does, and be empty', () => {
    expect(codesOf('\uFEFF```bench\r\nparam floor = 20%\r\n```\r\n', 'a.md')).toEqual([]);
    expect(codesOf('```bench\n```\n', 'a.md')).toEqual(['B015']);
    expect(notebook('```bench\rparam floor = 20%\r```\r').declarations).toHaveLength(1);
  });

  test('that is never closed runs to the end, and says so with its repair', () => {
    const text = 'Text.\n\n  ~~~~bench\nparam floor = 20%';
    const [found] = notebook(text).diagnostics;
    expect(found).toMatchObject({ code: 'B020', data: { fence: '~~~~' } });
    expect(text + (found?.fix?.replacement ?? '')).toBe('Text.\n\n  ~~~~bench\nparam floor = 20%\n~~~~\n');
    expect(check(notebook(text)).model?.params).toHaveLength(1);
  });

  test('with a mistake shows it at its line of the document, and the others are read', () => {
    const text = '# Title\n\n```bench\nparam floor = = 3\n```\n\n```bench\nparam ceiling = 60%\n```\n';
    expect(rendered(text, 'en', 'a.md')).toBe(`a.md:4:15 error B001: \`=\` does not belong here, in a param.
4 | param floor = = 3
  |               ^
`);
    expect(check(notebook(text)).model?.params.map(({ name }) => name)).toEqual(['ceiling']);
  });
});

test('a document without rules says where they would stand', () => {
  expect(rendered('', 'en', 'a.md')).toBe(rendered('Only text.\n', 'en', 'a.md').replace('Only text.', ''));
  expect(rendered('Only text.\n', 'zh', 'a.md')).toBe(`a.md:1:1 错误 B021：这份文档没有规则：其中没有 \`bench\` 代码块。
1 | Only text.
  | ^
  = 请把规则写在 "\`\`\`bench" 行与 "\`\`\`" 行之间。
`);
});

test('what stands outside its cells changes nothing but the lines', () => {
  const reference = readProjectFile('docs/language/reference.md').split('\n');
  const soup = fc.array(fc.constantFrom(...reference), { maxLength: 60 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(soup, (text) => {
      const tree = notebook(text);
      expect(printTree(tree)).toBe(text);
      const alone = tree.cells
        .filter(({ language }) => language === 'bench')
        .map((cell) => parse('a.bench', cell.text));
      const nouns = (all: readonly { noun: unknown; broken: boolean }[]) =>
        all.map(({ noun, broken }) => [noun, broken]);
      expect(nouns(tree.declarations)).toEqual(nouns(alone.flatMap(({ declarations }) => declarations)));
    }),
    { numRuns: 100 },
  );
});
