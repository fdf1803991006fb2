import type { LevelReport } from '@benchbook/engine/results';
import type { Format } from './format.js';
import type { Words } from './language.js';
import { spoken } from './spoken.js';

/**
 * How many entities fail at least one benchmark, in all and under each label in the rulebook's order. Counted over the rows
 * themselves: what a level means is the rulebook's business, not the page's.
 */
export interface Missing {
  readonly count: number;
  readonly byLabel: readonly number[];
}

/**
 * The census in one to three honest sentences: the first label alone, then all labels but the last together. Whoever cannot be
 * placed is named; where that is at least half, it comes first and the others are only counted.
 *
 * @example "1,339 of 1,407 (95.2%) are high risk; 1,406 (99.9%) are high or medium: they miss at least one benchmark."
 * @example "360 of 360 (100.0%) have an unknown risk: too little is known to place them."
 */
export function headline(
  level: LevelReport,
  total: number,
  missing: Missing | null,
  words: Words,
  format: Format,
): string {
  const [first] = level.labels;
  if (first === undefined || total === 0) return '';
  const named = spoken(level, format.language);
  if (level.unknown * 2 >= total) return mostlyUnknown(level, total, named, words, format);
  const known = knownSentences(level, total, missing, named, words, format);
  if (level.unknown === 0) return known;
  const unknown = words.headlineUnknownToo(format.count(level.unknown), format.share(level.unknown / total));
  return known + words.sentenceGap + unknown;
}

function mostlyUnknown(level: LevelReport, total: number, named: string, words: Words, format: Format): string {
  const opening = words.headlineUnknown(
    format.count(level.unknown),
    format.count(total),
    format.share(level.unknown / total),
    named,
  );
  const placed = level.labels.filter((label) => label.count > 0);
  if (placed.length === 0) return opening;
  const parts = placed.map((label) => words.headlineOther(format.count(label.count), label.label));
  return (
    opening + words.sentenceGap + words.headlineOthers(format.count(total - level.unknown), parts.join(words.listComma))
  );
}

function knownSentences(
  level: LevelReport,
  total: number,
  missing: Missing | null,
  named: string,
  words: Words,
  format: Format,
): string {
  const [first] = level.labels;
  if (first === undefined) return '';
  const opening = words.headlineFirst(
    format.count(first.count),
    format.count(total),
    first.share_display,
    first.label,
    named,
  );
  const upper = level.labels.slice(0, -1);
  const last = upper.at(-1);
  if (last === undefined || upper.length < 2)
    return opening + words.sentenceEnd + missingSentence(missing, total, words, format);

  const counted = upper.reduce((sum, label) => sum + label.count, 0);
  const names = joinOr(
    upper.map((label) => label.label),
    words,
  );
  const second = words.headlineCumulative(format.count(counted), last.cumulative_display, names);
  const same =
    counted > 0 && missing?.count === counted && upper.every((label, index) => missing.byLabel[index] === label.count);
  const reason = same ? words.reasonMark + words.headlineMiss : '';
  return (
    opening +
    words.clauseEnd +
    second +
    reason +
    words.sentenceEnd +
    (same ? '' : missingSentence(missing, total, words, format))
  );
}

function missingSentence(missing: Missing | null, total: number, words: Words, format: Format): string {
  if (missing === null || missing.count === 0) return '';
  return words.sentenceGap + words.headlineMissCount(format.count(missing.count), format.share(missing.count / total));
}

function joinOr(names: readonly string[], words: Words): string {
  return names.slice(0, -1).join(words.listComma) + (names.length > 1 ? words.or : '') + (names.at(-1) ?? '');
}
