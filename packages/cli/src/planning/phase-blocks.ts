import type { PhaseResult } from '@benchbook/engine';
import { cell, heading, type Block, type Cell } from '../document/block.js';
import type { Words } from '../language/words.js';
import { titleOf } from './named.js';

type PlanWords = Words['planning'];

/** When phases are and which may not be late; then what is to be reached. */
export function phaseBlocks(phases: readonly PhaseResult[], words: PlanWords): readonly Block[] {
  if (phases.length === 0) return [];
  return [
    heading(words.phases),
    {
      kind: 'table',
      columns: [
        { label: words.phase },
        { label: words.from },
        { label: words.until },
        { label: words.after },
        { label: words.owner },
        { label: words.slack },
      ],
      rows: phases.map((phase) => [
        cell(titleOf(phase)),
        cell(phase.from ?? month(phase.first, words)),
        cell(phase.until ?? month(phase.last, words)),
        cell(
          phase.after
            .map((name) => titleOf(phases.find((one) => one.name === name) ?? { name, label: null }))
            .join(', '),
        ),
        cell(phase.owner ?? ''),
        slackOf(phase, words),
      ]),
    },
    ...milestones(phases, words),
  ];
}

const month = (number: number | null, words: PlanWords): string => (number === null ? '–' : words.month(number));

function slackOf({ slack }: PhaseResult, words: PlanWords): Cell {
  if (slack === null) return cell('–');
  return slack === 0 ? cell(words.critical, 'strong') : cell(words.months(String(slack)));
}

function milestones(phases: readonly PhaseResult[], words: PlanWords): readonly Block[] {
  const rows = phases.flatMap(({ milestones: all }) => all);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { label: words.milestone },
        { label: words.by },
        { label: words.figure },
        { label: words.wanted, align: 'right' },
        { label: words.today, align: 'right' },
        { label: words.planned, align: 'right' },
        { label: '' },
        { label: words.owner },
      ],
      rows: rows.map((one) => [
        cell(one.name),
        cell(month(one.month, words)),
        cell(one.measure ?? ''),
        cell(one.attain ?? ''),
        cell(one.today?.display ?? ''),
        cell(one.planned?.display ?? ''),
        one.measure === null ? cell('') : judged(one.met, words.met),
        cell(one.owner ?? ''),
      ]),
    },
  ];
}

/** Good, bad, or not to be told. */
export function judged(
  value: boolean | null,
  words: { readonly yes: string; readonly no: string; readonly unknown: string },
): Cell {
  if (value === null) return cell(words.unknown, 'warn');
  return value ? cell(words.yes, 'good') : cell(words.no, 'bad');
}
