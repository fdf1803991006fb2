import type { RulebookDiff } from '@benchbook/dsl';
import type { Report, RunDiff } from '@benchbook/engine';
import { changeBlocks } from '../diffing/change-blocks.js';
import { runBlocks } from '../diffing/run-blocks.js';
import { cell, heading, list, paragraph, title, type Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import { change, figuresOf } from './figures.js';
import type { KeptFile, Snapshot } from './snapshot.js';
import { under } from './under.js';

/** One of two runs that are set side by side. */
export interface Side {
  /** As a reader knows it: `3f2a91c0 (2025-03-01 09:30)`, `now`. */
  readonly shown: string;
  readonly snapshot: Pick<Snapshot, 'engine' | 'inputs'>;
  readonly report: Report;
}

export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly rules: RulebookDiff | null;
  readonly run: RunDiff;
}

/** What went in otherwise, which figures differ by how much, what the rules say otherwise, and who moved. */
export function compareBlocks({ before, after, rules, run }: Comparison, words: Words): readonly Block[] {
  const { history } = words;
  const inputs = inputsDiffer(before, after, words);
  return [
    title(`${before.shown} → ${after.shown}`),
    heading(history.inputs),
    inputs.length === 0 ? paragraph(history.same) : list(inputs.map((text) => cell(text))),
    ...figureBlocks(before.report, after.report, words),
    ...(rules === null || rules.changes.length === 0 ? [] : changeBlocks(rules, words)),
    ...runBlocks(run, words),
  ];
}

function inputsDiffer({ snapshot: before }: Side, { snapshot: after }: Side, words: Words): readonly string[] {
  const { history } = words;
  const [old, now] = [before.inputs, after.inputs];
  const rules = otherFiles(old.rules, now.rules);
  const data = otherFiles(old.data, now.data);
  const [was, is] = [under(old, words), under(now, words)];
  return [
    ...(rules.length === 0 ? [] : [history.rulesDiffer(rules.join(', '))]),
    ...(data.length === 0 ? [] : [history.dataDiffers(data.join(', '))]),
    ...(was === is ? [] : [history.underDiffers(was, is)]),
    ...(old.as_of === now.as_of ? [] : [history.asOfDiffers(old.as_of ?? '–', now.as_of ?? '–')]),
    ...(before.engine === after.engine ? [] : [history.engineDiffers(before.engine, after.engine)]),
  ];
}

/** Files that one of two runs did not have, or had with another content. */
function otherFiles(before: readonly KeptFile[], after: readonly KeptFile[]): readonly string[] {
  const paths = [...new Set([...before, ...after].map(({ path }) => path))];
  const hash = (files: readonly KeptFile[], path: string): string | undefined =>
    files.find((file) => file.path === path)?.hash;
  return paths.filter((path) => hash(before, path) !== hash(after, path));
}

function figureBlocks(before: Report, after: Report, { history }: Words): readonly Block[] {
  const [old, now] = [before, after].map((report) => new Map(figuresOf(report).map((each) => [each.measure, each])));
  const measures = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  const other = measures.filter((measure) => old?.get(measure)?.value !== now?.get(measure)?.value);
  if (other.length === 0) return [heading(history.figures(0, measures.length))];
  return [
    heading(history.figures(other.length, measures.length)),
    {
      kind: 'table',
      columns: [
        { label: history.measure },
        { label: history.before, align: 'right' },
        { label: history.after, align: 'right' },
        { label: history.change, align: 'right' },
      ],
      rows: other.map((measure) => [
        cell(measure),
        cell(old?.get(measure)?.display ?? ''),
        cell(now?.get(measure)?.display ?? ''),
        cell(change(old?.get(measure), now?.get(measure))),
      ]),
    },
  ];
}
