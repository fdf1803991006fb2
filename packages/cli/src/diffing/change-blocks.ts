import type { DeclarationChange, Difference, RulebookDiff } from '@benchbook/dsl';
import { cell, heading, paragraph, type Block, type Cell } from '../document/block.js';
import type { Words } from '../language/words.js';
import type { ScenarioNumber } from './scenario-numbers.js';
import type { Tone } from '../terminal/paint.js';

const SIGNS = { added: '+', removed: '-', renamed: '~', changed: '~' } as const;
const TONES: Readonly<Record<DeclarationChange['kind'], Tone>> = {
  added: 'good',
  removed: 'bad',
  renamed: 'accent',
  changed: 'warn',
};

/** What the rules say otherwise: a line a declaration, and under one that changed a table of its differences. */
export function changeBlocks({ changes }: RulebookDiff, words: Words): Block[] {
  const { diff } = words;
  if (changes.length === 0) return [paragraph(diff.sameRules, 'good')];
  return [heading(diff.rules(changes.length)), ...changes.flatMap((change) => changeBlock(change, words))];
}

/** Where two scenarios part. */
export function numberBlocks(numbers: readonly ScenarioNumber[], { diff }: Words): Block[] {
  if (numbers.length === 0) return [];
  return [
    heading(diff.numbers(numbers.length)),
    {
      kind: 'table',
      columns: [
        { label: diff.number, flexible: true },
        { label: diff.before },
        { label: diff.after },
        { label: diff.difference, align: 'right' },
      ],
      rows: numbers.map(({ path, from, to, difference }) => [
        cell(path),
        cell(from, 'bad'),
        cell(to, 'good'),
        cell(difference),
      ]),
    },
  ];
}

function changeBlock(change: DeclarationChange, words: Words): Block[] {
  const { diff, report } = words;
  const { kind, noun, name, before } = change;
  const place = change.to ?? change.from;
  const at = place === null ? '' : ` (${report.at(place.file, place.line)})`;
  const called = before === null || before === name ? name : `${before} → ${name}`;
  const line = paragraph(`${SIGNS[kind]} ${diff.kinds[kind]} ${noun} ${called}${at}`, TONES[kind]);
  if (change.details.length === 0) return [line];
  return [
    line,
    {
      kind: 'table',
      columns: [
        { label: diff.where, flexible: true },
        { label: diff.before, flexible: true },
        { label: diff.after, flexible: true },
        { label: diff.difference, align: 'right' },
        { label: diff.lines, align: 'right' },
      ],
      rows: change.details.map((detail) => detailRow(detail, words)),
    },
  ];
}

function detailRow(detail: Difference, { diff }: Words): readonly Cell[] {
  const lines = [detail.lines.from, detail.lines.to].filter((line) => line !== null);
  const at = cell([...new Set(lines)].join(' → '), 'quiet');
  switch (detail.kind) {
    case 'cell':
      return [
        cell([detail.table, detail.row, detail.column].filter((part) => part !== '').join(' · ')),
        cell(detail.from, 'bad'),
        cell(detail.to, 'good'),
        cell(detail.difference),
        at,
      ];
    case 'row added':
      return [cell(where(detail.table, diff.row)), cell(''), cell(detail.text, 'good'), cell(''), at];
    case 'row removed':
      return [cell(where(detail.table, diff.row)), cell(detail.text, 'bad'), cell(''), cell(''), at];
    case 'column added':
      return [cell(where(detail.table, diff.column)), cell(''), cell(detail.column, 'good'), cell(''), at];
    case 'column removed':
      return [cell(where(detail.table, diff.column)), cell(detail.column, 'bad'), cell(''), cell(''), at];
    case 'order':
      return [cell(where(detail.table, diff.order)), cell(detail.from), cell(detail.to), cell(''), at];
    default:
      return [
        cell(detail.kind === 'clause' ? detail.what : diff.texts[detail.kind](detail.what)),
        cell(detail.from, 'bad'),
        cell(detail.to, 'good'),
        cell(''),
        at,
      ];
  }
}

const where = (table: string, what: string): string => (table === '' ? what : `${table} · ${what}`);
