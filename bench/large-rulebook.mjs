/** Large rulebooks for the benchmarks of the language: the coverage rulebook, then its rules over and over under other names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@benchbook/dsl';
import { root } from './large-data.mjs';

const file = path.join(root, 'scenarios/coverage/coverage.bench');

/** What is said once: the data, what is applied, and what asks for the one population that benchmarks are applied to. */
const ONCE = new Set(['rulebook', 'source', 'apply', 'target', 'check', 'test', 'show']);

/** A rulebook of at least that many lines, with nothing wrong in it. */
export function largeRulebook(lines) {
  const text = readFileSync(file, 'utf8');
  const { parts } = parse(file, text);
  const again = parts.filter(({ declaration }) => declaration !== null && !ONCE.has(declaration.noun));
  const names = again.flatMap(({ declaration }) => declaration.name?.text ?? []);
  const declared = new RegExp(`(?<![\\p{L}\\p{N}_"])(${names.join('|')})(?![\\p{L}\\p{N}_"])`, 'gu');
  const rules = again.map((part) => text.slice(part.lines[0].start, part.lines.at(-1).end)).join('');
  const copies = [text];
  const height = rules.split('\n').length - 1;
  for (let count = text.split('\n').length - 1, index = 2; count < lines; count += height, index += 1)
    copies.push(rules.replaceAll(declared, (name) => `${name}_${index}`));
  return copies.join('');
}
