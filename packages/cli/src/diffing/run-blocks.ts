import type { JudgedThen, Mover, RunDiff, Standing } from '@benchbook/engine';
import { cell, heading, list, paragraph, type Block, type Cell } from '../document/block.js';
import { count, NONE } from '../document/figures.js';
import type { Words } from '../language/words.js';

/** Who stands elsewhere: how many and why, the census before and after, from where to where, and the first of them by name. */
export function runBlocks(diff: RunDiff, words: Words): Block[] {
  const { union, moved, level } = diff;
  if (level === null) return [paragraph(words.diff.noLevel, 'warn')];
  const causes = (['rule', 'data', 'membership'] as const).flatMap((cause) => {
    const amount = sum(diff, (flow) => flow.cause === cause);
    return amount === 0 ? [] : [cell(words.diff.causes[cause](count(amount)))];
  });
  return [
    heading(words.diff.moved(count(moved), count(union), level)),
    ...(causes.length === 0 ? [] : [list(causes)]),
    matrix(diff, words),
    ...(diff.movers.length === 0 ? [] : [moversTable(diff, words)]),
    ...(diff.ranks.length === 0 ? [] : [heading(words.diff.ranks), ranksTable(diff, words)]),
  ];
}

type Flow = RunDiff['flows'][number];

const sum = ({ flows }: RunDiff, isMeant: (flow: Flow) => boolean): number =>
  flows.reduce((total, flow) => total + (isMeant(flow) ? flow.count : 0), 0);

const same = (one: Standing, other: Standing): boolean => one.kind === other.kind && one.label === other.label;

/** Rows are where they stood, columns where they stand, the last of each how many there are: the census before and after. */
function matrix(diff: RunDiff, { diff: words }: Words): Block {
  const standings: readonly Standing[] = [
    ...diff.labels.map((label) => ({ kind: 'level', label }) as const),
    ...(['unknown', 'outside'] as const).map((kind) => ({ kind, label: null })),
  ];
  const used = standings.filter((each) => sum(diff, ({ from, to }) => same(from, each) || same(to, each)) > 0);
  const name = ({ kind, label }: Standing): string => label ?? words.standings[kind];
  const counted = (isMeant: (flow: Flow) => boolean, isStill = false): Cell => {
    const amount = sum(diff, isMeant);
    return amount === 0 ? cell(NONE, 'quiet') : cell(count(amount), isStill ? 'quiet' : 'strong');
  };
  return {
    kind: 'table',
    columns: [
      { label: words.fromTo },
      ...used.map((each) => ({ label: name(each), align: 'right' as const })),
      { label: words.before, align: 'right' },
    ],
    rows: [
      ...used.map((from) => [
        cell(name(from)),
        ...used.map((to) => counted((flow) => same(flow.from, from) && same(flow.to, to), same(from, to))),
        counted((flow) => same(flow.from, from)),
      ]),
      [cell(words.after), ...used.map((to) => counted((flow) => same(flow.to, to))), counted(() => true)],
    ],
  };
}

function moversTable(diff: RunDiff, words: Words): Block {
  const { diff: said } = words;
  return {
    kind: 'table',
    columns: [
      { label: said.account, flexible: true },
      { label: said.fromTo },
      { label: said.cause },
      { label: said.metric },
      { label: said.asked },
      { label: said.value },
      { label: said.row },
    ],
    rows: diff.movers.map((mover) => moverRow(mover, words)),
  };
}

function moverRow({ key, name, from, to, cause, metric, level }: Mover, { diff, report }: Words): readonly Cell[] {
  const standing = (each: Standing): string => each.label ?? diff.standings[each.kind];
  const change = (of: (then: JudgedThen) => string | null): string => {
    if (metric === null) return '';
    const [was, is] = [of(metric.from) ?? NONE, of(metric.to) ?? NONE];
    return was === is ? is : `${was} → ${is}`;
  };
  const rule = metric?.to.rule ?? metric?.from.rule ?? level;
  return [
    cell(name === null || name === key ? key : `${name} (${key})`),
    cell(`${standing(from)} → ${standing(to)}`, 'strong'),
    cell(diff.causeNames[cause]),
    cell(metric?.name ?? ''),
    cell(change(({ threshold }) => threshold)),
    cell(change(({ display }) => display)),
    cell(rule === null ? '' : `${rule.declaration}, ${report.at(rule.file, rule.line)}`, 'quiet'),
  ];
}

function ranksTable({ ranks }: RunDiff, { diff }: Words): Block {
  return {
    kind: 'table',
    columns: [
      { label: diff.account, flexible: true },
      { label: diff.before, align: 'right' },
      { label: diff.after, align: 'right' },
      { label: diff.difference, align: 'right' },
    ],
    rows: ranks.map(({ key, name, from, to }) => [
      cell(name === null || name === key ? key : `${name} (${key})`),
      cell(count(from)),
      cell(count(to)),
      cell(to < from ? `▲ ${count(from - to)}` : `▼ ${count(to - from)}`, to < from ? 'good' : 'bad'),
    ]),
  };
}
