import type { Expression } from '../model/expression.js';
import type { Analysis } from './analysis.js';
import type { Completion } from './completion.js';
import type { ColumnFacts, ValueCount } from './data-facts.js';
import { shareText } from './figures.js';
import { item } from './items.js';
import type { Place } from './place.js';

/** What a value can be compared with: the labels of a level, the values seen in the data for a column, yes and no. */
export function valueItems(
  analysis: Analysis,
  subject: Expression,
  place: Place,
  labels: readonly string[] | null = null,
): readonly Completion[] {
  if (subject.type.kind === 'boolean') return ['yes', 'no'].map((word) => item(word, 'value'));
  if (subject.kind === 'given' && subject.type.kind === 'text')
    return labelItems(analysis, subject.name, place, labels);
  if (labels !== null) return labels.map((label) => written(item(label, 'label'), place));
  if (subject.kind !== 'column' || subject.type.kind === 'number') return [];
  const facts = columnFacts(analysis, subject.source, subject.column);
  const total = facts === null ? 0 : facts.top.reduce((sum, { count }) => sum + count, 0) + facts.missing;
  const known = (facts?.top ?? []).map((one) => seen(analysis, one, total));
  return known.map((one) => written(one, place));
}

function seen(analysis: Analysis, { value, count }: ValueCount, total: number): Completion {
  return { ...item(value, 'value'), detail: shareText(analysis, count, total) };
}

/** A label stands bare wherever it can: beside its level no other name is meant. */
function labelItems(
  { model, facts }: Analysis,
  owner: string,
  place: Place,
  labels: readonly string[] | null,
): readonly Completion[] {
  const declared = [...(model?.levels ?? []), ...(model?.tiers ?? [])].find(({ name }) => name === owner)?.labels;
  const band = model?.bands
    .find(({ name }) => name === owner)
    ?.table.rows.flatMap(({ outcomes: [first] }) => (first?.kind === 'text' ? [first.text] : []));
  return [...new Set(labels ?? declared ?? band ?? [])].map((label) => {
    const count = facts?.labels[owner]?.[label];
    return written(
      { ...item(label, 'label'), detail: count === undefined ? null : String(count) },
      place,
      NAME.test(label),
    );
  });
}

const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}][\p{L}\p{N}_]*)*$/u;

/** In a cell a value stands bare unless it has a comma or a bar; in a formula it stands in quotes. */
function written(value: Completion, { cell, quoted }: Place, bare = false): Completion {
  const inFormula = cell === null || cell.header || cell.before.includes('(');
  if (!quoted && (inFormula ? bare : !/[,|｜"“”]|^(?:else|missing|not |contains )/.test(value.label))) return value;
  return { ...value, insert: `"${value.label.replace(/["\\]/g, '\\$&')}"` };
}

/** The facts of a column; the input of a table stands for the column of its name. */
export function columnFacts({ facts }: Analysis, source: string, column: string): ColumnFacts | null {
  const own = facts?.sources[source]?.columns[column];
  if (own) return own;
  return Object.values(facts?.sources ?? {}).flatMap((one) => one.columns[column] ?? [])[0] ?? null;
}
