import { expect, test } from 'vitest';
import { toMarkdown } from '../../src/document/to-markdown.js';
import { toTerminal } from '../../src/document/to-terminal.js';
import { wordsFor } from '../../src/language/words.js';
import { outline } from '../../src/report/outline.js';
import { plain } from '../../src/terminal/paint.js';
import { sampleReport } from '../support/sample-report.js';

const readings = new Map([['risk', [2, 1, null]]]);

test.each(['en', 'zh'] as const)('every part of a report has its place, in %s', async (language) => {
  const blocks = outline(sampleReport, { words: wordsFor(language), readings });
  await expect(toTerminal(blocks, { width: 100, paint: plain })).toMatchFileSnapshot(
    `expected/outline.${language}.txt`,
  );
  await expect(toMarkdown(blocks)).toMatchFileSnapshot(`expected/outline.${language}.md`);
});
