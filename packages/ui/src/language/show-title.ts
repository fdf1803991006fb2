import type { Report, ShowResult } from '@benchbook/engine/results';
import type { Format } from './format.js';
import type { Words } from './language.js';
import { named } from './spoken.js';

export interface ShowTitle {
  readonly text: string;
  /** What the rulebook says, where the title is the page's own; null where the rulebook names the show itself. */
  readonly rule: string | null;
}

/**
 * What a `show` is about, from the labels of its columns, where the rulebook gives it no name of its own: then its title is its
 * text as written.
 *
 * @example "passed by industry as matrix" → "Pass rates by industry"
 */
export function showTitle(
  show: Pick<ShowResult, 'title' | 'form' | 'columns'>,
  report: Report,
  words: Words,
  format: Format,
): ShowTitle {
  if (!show.title.endsWith(` as ${show.form}`)) return { text: show.title, rule: null };
  const text = titleOf(show, report, words, format);
  return text === null
    ? { text: show.title, rule: null }
    : { text: text.charAt(0).toLocaleUpperCase('en') + text.slice(1), rule: `show ${show.title}` };
}

function titleOf(
  { title, form, columns }: Pick<ShowResult, 'title' | 'form' | 'columns'>,
  report: Report,
  words: Words,
  format: Format,
): string | null {
  const labelsOf = (chosen: typeof columns): string => chosen.map((column) => column.label).join(words.and);
  const texts = columns.filter((column) => column.kind === 'text');
  const figures = columns.filter((column) => column.kind === 'percent' || column.kind === 'number');
  const counts = columns.filter((column) => column.kind === 'count');
  const [first, second] = figures.length > 0 ? figures : counts;
  const what = /^[\p{L}_][\p{L}\p{N}_.]*/u.exec(title)?.[0] ?? '';
  if (form === 'distribution') {
    const metric = report.metrics[what];
    return metric === undefined
      ? null
      : words.showDistribution(named({ name: what, label: metric.label }, format.language));
  }
  if (form === 'table' && report.population.name === what)
    return rowsTitle(title, named(report.population, format.language), columns, words);
  if (first === undefined) return null;
  if (form === 'scatter') return second === undefined ? null : words.showAgainst(second.label, first.label);
  if (texts.length === 0) return null;
  if (what === 'passed') return words.showRates(labelsOf(texts));
  // A level by something: its own labels are the last text column.
  const level = texts.find((column) => column.name === what);
  if (level !== undefined)
    return texts.length < 2 ? null : words.showPlain(level.label, labelsOf(texts.filter((column) => column !== level)));
  const measured = figures.length > 0 ? figures : counts;
  return words.showPlain(labelsOf(measured), labelsOf(texts));
}

/** `key_accounts top 20 by priority`: the rows, how many, and by what. */
function rowsTitle(title: string, rows: string, columns: ShowResult['columns'], words: Words): string | null {
  const found = /^\S+(?: top (?<top>\S+))? by (?<by>[\p{L}_][\p{L}\p{N}_]*)(?= as table$)/u.exec(title)?.groups;
  const by = found?.by;
  if (by === undefined) return null;
  const label = columns.find((column) => column.name === by)?.label ?? by;
  return found?.top === undefined ? words.showRows(rows, label) : words.showTop(rows, found.top, label);
}
