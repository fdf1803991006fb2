/** Text to checked model: a large rulebook in one run against JSON.parse of its tree, and a keystroke in one of 500 lines. */
import { performance } from 'node:perf_hooks';
import { check, parse } from '@benchbook/dsl';
import { largeRulebook } from './large-rulebook.mjs';
import { median, ms, pairs, print, times } from './measure.mjs';

const LINES = 10_000;
const RUNS = 9;
const KEYSTROKES = 200;

const text = largeRulebook(LINES);
const clean = check(parse('large.bench', text)).diagnostics;
if (clean.length > 0) throw new Error(`the rulebook has ${clean[0].code} in it`);

const { declarations } = parse('large.bench', text);
const json = JSON.stringify(declarations);
// What an edit has left in the memory of cells is not to be counted: each reading sees cells that none before it saw.
let reading = 0;
const fresh = () => text.replaceAll(/(?<=\| >= )\d+/g, (number) => `${number}.${(reading += 1)}`);
const asJson = () => JSON.parse(json);
const both = [];
for (const [name, run] of [
  ['parse', () => parse('large.bench', fresh())],
  ['parse and check', () => check(parse('large.bench', fresh()))],
]) {
  const { a, b, ratio, spread } = await pairs(run, asJson, RUNS);
  both.push([name, ms(a), ms(b), times(ratio), `${times(spread[0])} – ${times(spread[1])}`]);
}
const lines = text.split('\n').length - 1;
const size = `${lines.toLocaleString('en-US')} lines, ${declarations.length.toLocaleString('en-US')} declarations`;
print([size, 'ours', `JSON.parse of ${(json.length / 1e6).toFixed(1)} MB`, 'ratio', 'spread'], both);

/** Types letters into a doc comment, digits into a threshold and names into a formula, and takes them away again. */
function keystrokes(rulebook) {
  const places = ['## ', '| >= 5', 'count(contacts', '= "'].map((found) => rulebook.indexOf(found) + found.length);
  return Array.from({ length: KEYSTROKES }, (_, index) => {
    const at = places[index % places.length];
    return `${rulebook.slice(0, at)}${'7x'.charAt(index % 2)}${rulebook.slice(at)}`;
  });
}

const small = largeRulebook(500);
let before = parse('small.bench', small);
check(before);
const taken = { again: [], afresh: [] };
for (const edited of keystrokes(small)) {
  for (const next of [edited, small]) {
    const start = performance.now();
    before = parse('small.bench', next, { before });
    check(before);
    const middle = performance.now();
    check(parse('small.bench', next));
    taken.again.push(middle - start);
    taken.afresh.push(performance.now() - middle);
  }
}
const p95 = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
print(
  [`a keystroke in ${small.split('\n').length - 1} lines, all diagnostics`, 'p50', 'p95'],
  [
    ['what did not change is kept', ms(median(taken.again)), ms(p95(taken.again))],
    ['the file read afresh', ms(median(taken.afresh)), ms(p95(taken.afresh))],
  ],
);
