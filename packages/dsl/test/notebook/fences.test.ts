import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fencesOf } from '../../src/notebook/fences.js';

/** The fenced blocks that the reference parser finds in the document itself: info string, first and last line from 0. */
function reference(text: string): unknown[] {
  const found: unknown[] = [];
  for (let node = new Parser().parse(text).firstChild; node; node = node.next) {
    if (node.type === 'code_block' && node._isFenced)
      found.push([node.info?.replaceAll(/\s+/g, ' '), node.sourcepos[0][0] - 1]);
  }
  return found;
}

const ours = (text: string): unknown[] =>
  fencesOf(text).map(({ language, info, opening }) => [[language, info].join(' ').trim(), opening]);

const LINES = [
  ...[
    '```bench',
    '```',
    '````',
    '~~~',
    '~~~bench x',
    '  ```',
    '   ```bench',
    '    ```',
    '\t```',
    '``` a`b',
    '```bench  hide me ',
  ],
  ...[
    'text',
    '  text',
    '    text',
    '',
    ' ',
    '# title',
    '---',
    '* * *',
    '===',
    '<!-- note',
    '-->',
    '<!-- x -->',
    '<div>',
    '</div>',
    '<pre>',
    '</pre>',
    '<b>',
    '<a href="x">',
  ],
  ...[
    '- item',
    '-',
    '  - inner',
    '   more',
    '1. one',
    '2. two',
    '10) ten',
    '- ```bench',
    '  ```bench',
    '> quote',
    '> ```bench',
    '>',
    '    deep',
    '      deeper',
    '*   far',
    '-     code',
  ],
];

describe('fenced blocks are those of CommonMark', () => {
  test('whatever lines stand in whatever order', () => {
    const soup = fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(soup, (text) => {
        expect(ours(text)).toEqual(reference(text));
      }),
      { numRuns: 3_000 },
    );
  });
});
