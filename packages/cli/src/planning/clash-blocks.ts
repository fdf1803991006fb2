import type { Clash } from '@benchbook/engine';
import { cell, heading, list, paragraph, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';

/** What does not fit together: why, where, the arithmetic, and what would settle it. */
export function clashBlocks(clashes: readonly Clash[], words: Words['planning']): readonly Block[] {
  if (clashes.length === 0) return [];
  return [heading(words.clashes), ...clashes.flatMap((one) => clashBlock(one, words))];
}

function clashBlock({ kind, reason, statements, arithmetic, ways }: Clash, words: Words['planning']): readonly Block[] {
  return [
    paragraph(`${words.clash[kind]}: ${words.reason[reason]}`, kind === 'ambiguous' ? 'warn' : 'bad'),
    list([
      ...statements.map(({ text, file, line }) => cell(`${text}  (${words.place(file, line)})`)),
      ...arithmetic.map((line) => cell(line, 'strong')),
    ]),
    ...(ways.length === 0
      ? []
      : [paragraph(words.ways), list(ways.map(({ path, from, to }) => cell(words.way(path, from, to))))]),
  ];
}
