import type { MovedNumber, Report, ScenarioReport } from '@benchbook/engine';
import { cell, heading, list, paragraph, type Block, type Cell } from '../../document/block.js';
import type { Words } from '../../language/words.js';

/** Numbers that are listed; a scenario that moves whole columns moves many. */
const LISTED = 20;

/** What was changed for this run, and what said so. Nothing for the rulebook as it stands. */
export function scenario({ scenario: of }: Report, words: Words['report']): Block[] {
  if (of === null) return [];
  const { moves, applied, chain } = of;
  const more = moves.length - LISTED;
  return [
    heading(titleOf(of, words)),
    ...(chain.length > 1 ? [paragraph(words.startsFrom(chain))] : []),
    ...(applied.length > 0
      ? [list(applied.map((one) => cell(words.appliedTo(benchmarksOf(one), one.population))))]
      : []),
    ...(moves.length > 0 ? [table(moves.slice(0, LISTED), words)] : []),
    ...(more > 0 ? [paragraph(words.moreMoved(more), 'quiet')] : []),
  ];
}

function titleOf({ name, label, given }: ScenarioReport, words: Words['report']): string {
  if (name === null) return words.given;
  const named = words.scenario(label === null ? name : `${label} (${name})`);
  return given ? `${named} ${words.andGiven}` : named;
}

const benchmarksOf = ({ benchmarks, combine }: ScenarioReport['applied'][number]): string =>
  benchmarks.length > 1 ? `${combine}(${benchmarks.join(', ')})` : benchmarks.join(', ');

const table = (moves: readonly MovedNumber[], words: Words['report']): Block => ({
  kind: 'table',
  columns: [
    { label: words.number, flexible: true },
    { label: words.inBase, align: 'right' },
    { label: words.inScenario, align: 'right' },
    { label: words.movedBy },
  ],
  rows: moves.map((move) => [cell(move.path), cell(move.from), cell(move.to), movedBy(move, words)]),
});

/** Which scenario moved a number, on which line. */
export function movedBy({ by, how, file, line }: MovedNumber, words: Words['report']): Cell {
  const who = by === null || file === null ? words.commandLine : `${by} ${words.at(file, line)}`;
  return cell(how === 'rescaled' ? `${who} (${words.rescaled})` : who, 'quiet');
}
