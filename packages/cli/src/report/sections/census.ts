import type { LevelReport, Report } from '@benchbook/engine';
import { cell, heading, list, type Block, type Cell } from '../../document/block.js';
import { count, percent } from '../../document/figures.js';
import type { Words } from '../../language/words.js';
import type { LevelReadings } from '../readings.js';

/**
 * How many stand where, one chart a level. The lines under it give each label's own share and the share of it and all
 * before it, so that no single share can be taken for the other.
 */
export function census(report: Report, readings: LevelReadings, words: Words['report']): Block[] {
  return report.level_details.flatMap((level) => [
    heading(level.label ?? level.name),
    bars(level, report.population.size, words),
    list(headlines(level, report.population.size, readings.get(level.name) ?? [], words)),
  ]);
}

function bars(level: LevelReport, size: number, words: Words['report']): Block {
  const row = (
    label: string,
    amount: number,
    share: number,
    display: string,
  ): { label: string; figures: string[]; share: number } => ({
    label,
    figures: [count(amount), display],
    share,
  });
  const known = level.labels.map((each) => row(each.label, each.count, each.share, each.share_display));
  if (level.unknown === 0) return { kind: 'bars', rows: known };
  const share = size === 0 ? 0 : level.unknown / size;
  return { kind: 'bars', rows: [...known, row(words.unknown, level.unknown, share, percent(share))] };
}

/** What cannot be told comes first: beside it the shares of the labels are small for want of figures, not of accounts. */
function headlines(
  level: LevelReport,
  size: number,
  readings: readonly (number | null)[],
  words: Words['report'],
): Cell[] {
  if (level.unknown === 0) return shares(level, readings, words);
  const untold = cell(words.untold(level.unknown, size), 'warn');
  return level.unknown === size ? [untold] : [untold, ...shares(level, readings, words)];
}

function shares(level: LevelReport, readings: readonly (number | null)[], words: Words['report']): Cell[] {
  let amount = 0;
  const names: string[] = [];
  return level.labels.slice(0, Math.max(1, level.labels.length - 1)).map((each, index) => {
    amount += each.count;
    names.push(each.label);
    const share = index === 0 ? each.share_display : each.cumulative_display;
    const least = readings[index] ?? null;
    const meaning = least === null ? '' : words.colon + words.meaning(least);
    return cell(words.headline(names.join(' + '), amount, share) + meaning);
  });
}
