import type { Report } from '@benchbook/engine';
import { cell, paragraph, title, type Block } from '../document/block.js';
import { count } from '../document/figures.js';
import type { Words } from '../language/words.js';
import { change, course, figuresOf } from './figures.js';
import { shortId, type Snapshot } from './snapshot.js';
import { under } from './under.js';
import { when } from './when.js';

/** A kept run with what came out of it. */
export interface KeptReport {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

/** Every kept run on a line: what it was of, and its census. */
export function listBlocks(file: string, kept: readonly KeptReport[], words: Words): readonly Block[] {
  const { columns, nothing, title: titled } = words.history;
  if (kept.length === 0) return [paragraph(nothing)];
  const labels = [...new Set(kept.flatMap(({ report }) => censusOf(report).map(({ label }) => label)))];
  return [
    title(titled(file)),
    {
      kind: 'table',
      columns: [
        { label: columns.id },
        { label: columns.at },
        { label: columns.asOf },
        { label: columns.version },
        { label: columns.under },
        { label: columns.size, align: 'right' },
        ...labels.map((label) => ({ label, align: 'right' as const })),
        { label: columns.note, flexible: true },
      ],
      rows: kept.map(({ snapshot, report }) => [
        cell(shortId(snapshot.id), 'strong'),
        cell(when(snapshot.at)),
        cell(snapshot.inputs.as_of),
        cell(snapshot.rulebook.version),
        cell(under(snapshot.inputs, words)),
        cell(count(report.population.size)),
        ...labels.map((label) => {
          const found = censusOf(report).find((one) => one.label === label);
          return cell(found === undefined ? '' : count(found.count));
        }),
        cell(snapshot.note),
      ]),
    },
  ];
}

/** The first level's. */
const censusOf = ({ level_details: [first] }: Report): readonly { readonly label: string; readonly count: number }[] =>
  first?.labels ?? [];

/** So many of the last runs have a column of their own. */
const LAST = 6;

/** Each figure over the kept runs: its course, its values in the last of them, and what has changed since the first. */
export function trendBlocks(file: string, kept: readonly KeptReport[], words: Words): readonly Block[] {
  const { history } = words;
  if (kept.length === 0) return [paragraph(history.nothing)];
  const figures = kept.map(({ report }) => new Map(figuresOf(report).map((each) => [each.measure, each])));
  const measures = [...new Set(figures.flatMap((each) => [...each.keys()]))];
  const first = Math.max(0, kept.length - LAST);
  const [oldest, newest] = [figures[0], figures.at(-1)] as const;
  return [
    title(history.title(file)),
    {
      kind: 'table',
      columns: [
        { label: history.measure },
        { label: history.course },
        ...kept.slice(first).map(({ snapshot }) => ({
          label: snapshot.inputs.as_of ?? when(snapshot.at).slice(0, 10),
          align: 'right' as const,
        })),
        { label: history.change, align: 'right' },
      ],
      rows: measures.map((measure) => [
        cell(measure),
        cell(course(figures.map((each) => each.get(measure)?.value ?? null))),
        ...figures.slice(first).map((each) => cell(each.get(measure)?.display ?? '')),
        cell(change(oldest?.get(measure), newest?.get(measure))),
      ]),
    },
  ];
}
