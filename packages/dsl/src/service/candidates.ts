import type { Want } from '../check/uses.js';
import type { Source } from '../model/model.js';
import { numberIndex } from '../model/number-index.js';
import { expectedAfter } from '../syntax/read.js';
import type { Analysis } from './analysis.js';
import type { Completion } from './completion.js';
import { functionHelp, FUNCTION_HELP, JUDGEMENT_HELP } from './functions.js';
import { columnItem, declaredItems, item } from './items.js';
import { explained, WORD_HELP } from './nouns.js';
import type { Place } from './place.js';
import { valueItems } from './value-items.js';

/** Where what a completion replaces begins: a value of a cell may hold several words. */
export function itemStart({ word, cell, wants, quoted }: Place, offset: number): number {
  const values = wants.some(({ kind }) => kind === 'condition' || kind === 'value' || kind === 'cell');
  if (!cell || quoted || !values) return word.start;
  const typed = /(?:^|,)\s*(?:(?:not|contains|starts|ends|word)\s+)?([^,]*)$/.exec(cell.before)?.[1] ?? '';
  return offset - typed.trimStart().length;
}

/** Names and values that the checker looks for at the cursor. */
export function candidatesFor(analysis: Analysis, place: Place): readonly Completion[] {
  return place.wants.flatMap((want) => itemsFor(analysis, place, want));
}

function itemsFor(analysis: Analysis, place: Place, want: Want): readonly Completion[] {
  if (place.quoted && want.kind !== 'value' && want.kind !== 'condition') return [];
  switch (want.kind) {
    case 'declaration':
      return declaredItems(analysis, (noun) => noun === want.noun);
    case 'name':
      return nameItems(analysis, place, want);
    case 'column':
      return want.source.columns.map((column) => columnItem(analysis, want.source, column));
    case 'output':
      return want.names.map((name) => item(name, 'column'));
    case 'choice':
      return words(analysis, want.words);
    case 'header':
      return want.names.map((name) => item(name, 'header'));
    case 'figure':
      return [...functionItems(analysis, 'figure'), ...declaredItems(analysis, (noun) => noun === 'param')];
    case 'value':
      return valueItems(analysis, want.subject, place);
    case 'condition':
      return [
        ...(want.subject ? valueItems(analysis, want.subject, place, want.labels) : []),
        ...(place.quoted ? [] : words(analysis, want.type.kind === 'text' ? TEXT_WORDS : ORDERED_WORDS)),
      ];
    case 'column type':
      return words(analysis, expectedAfter('ColumnTypeCell', ''));
    case 'unit':
      return unitItems(analysis);
    case 'path':
      return analysis.model ? numberIndex(analysis.model).paths.map((path) => item(path, 'path')) : [];
    case 'threshold':
    case 'cell':
      return [];
  }
}

const ORDERED_WORDS = ['else', 'missing', 'not'];
const TEXT_WORDS = [...ORDERED_WORDS, 'contains', 'starts', 'ends', 'word'];

const words = ({ language }: Analysis, all: readonly string[]): Completion[] =>
  all.map((word) => ({ ...item(word, 'keyword'), doc: explained(WORD_HELP[word], language) }));

/** Declared things a formula on rows may name. */
const NAMED: ReadonlySet<string> = new Set(['param', 'metric', 'band', 'level', 'tier', 'score', 'table', 'context']);

function nameItems(analysis: Analysis, place: Place, want: Extract<Want, { kind: 'name' }>): readonly Completion[] {
  const { entity, row, judged } = want;
  const columns = (source: Source | null) => source?.columns.map((one) => columnItem(analysis, source, one)) ?? [];
  return [
    ...columns(row),
    ...(row === entity ? [] : columns(entity)),
    ...declaredItems(analysis, (noun) => NAMED.has(noun) && (judged || (noun !== 'level' && noun !== 'score'))),
    ...(judged ? judgedItems(analysis) : []),
    // What is gone through stands inside a call: count(contacts), sum(contacts.fee).
    ...(place.calls.length > 0 ? declaredItems(analysis, (noun) => noun === 'source') : []),
    ...(place.cell?.header ? [] : functionItems(analysis, 'row')),
  ];
}

/** What judging finds. */
export const judgedItems = ({ language }: Analysis): readonly Completion[] =>
  Object.entries(JUDGEMENT_HELP).flatMap(([name, help]) =>
    name === 'rank' ? [] : [{ ...item(name, 'judgement'), doc: explained(help, language) }],
  );

function functionItems({ language }: Analysis, where: 'row' | 'figure'): readonly Completion[] {
  return Object.entries(FUNCTION_HELP).flatMap(([name, help]) => {
    if (!help[where]) return [];
    const detail = `${name}(${help.parameters.join(', ')})`;
    const snippet = `${name}(\${1})`;
    return [{ ...item(name, 'function'), detail, snippet, doc: explained(functionHelp(name), language) }];
  });
}

/** Things that are counted, currencies that occur, spans of time, percents. */
function unitItems(analysis: Analysis): readonly Completion[] {
  const columns = analysis.model?.sources.flatMap((source) => source.columns) ?? [];
  const currencies = columns.flatMap(({ type }) => (type.kind === 'money' ? [type.currency] : []));
  const units = ['percent', 'points', 'number', 'count', ...new Set(currencies), 'days', 'months', 'years'];
  return [...units.map((unit) => item(unit, 'unit')), ...declaredItems(analysis, (noun) => noun === 'source')];
}
