import { NUMBER } from '../model/units.js';
import type { Span } from '../text/span.js';
import { isOwn } from './analysis.js';
import type { Analysis } from './analysis.js';
import { shareText, valueText } from './figures.js';
import { rowsWithFacts } from './numbers.js';
import { words } from './words.js';

/** A value that an editor shows beside the text, at the end of the line it belongs to. */
export interface Hint {
  readonly offset: number;
  readonly text: string;
}

/** What the last run found, beside what it was found for: means of metrics and scores, sizes, what each row decides. */
export function hintsIn(analysis: Analysis, within: Span = { start: 0, end: Infinity }): readonly Hint[] {
  const { tree } = analysis;
  const all = [...sizes(analysis), ...means(analysis), ...rows(analysis)];
  return all
    .filter(({ span }) => isOwn(analysis, span) && span.start <= within.end && span.end >= within.start)
    .map(({ span, text }) => ({ offset: tree.lines.lineEnd(tree.lines.line(span.start)), text }))
    .sort((a, b) => a.offset - b.offset);
}

interface Known {
  readonly span: Span;
  readonly text: string;
}

function sizes(analysis: Analysis): Known[] {
  const { model, facts } = analysis;
  const told = words(analysis);
  const said = (rows: number): string => told.rowsOf(rows.toLocaleString('en-US'));
  const sources = (model?.sources ?? []).flatMap(({ name, nameSpan }) => {
    const known = facts?.sources[name];
    return known ? [{ span: nameSpan, text: said(known.rows) }] : [];
  });
  const population = model?.populations.find(({ name }) => name === facts?.population?.name);
  return population && facts?.population
    ? [...sources, { span: population.nameSpan, text: said(facts.population.size) }]
    : sources;
}

function means(analysis: Analysis): Known[] {
  const { model, facts } = analysis;
  const metrics = (model?.metrics ?? []).map(({ name, nameSpan, unit }) => ({ name, nameSpan, unit }));
  const scores = (model?.scores ?? []).map(({ name, nameSpan }) => ({ name, nameSpan, unit: NUMBER }));
  return [...metrics, ...scores].flatMap(({ name, nameSpan, unit }) => {
    const mean = facts?.values[name]?.mean ?? null;
    return mean === null ? [] : [{ span: nameSpan, text: `${words(analysis).mean} ${valueText(mean, unit)}` }];
  });
}

/** `decides 1,339 (95.2%)`, `decides 300 (21.3%), fails 280`. */
function rows(analysis: Analysis): Known[] {
  const told = words(analysis);
  const whole = analysis.facts?.population?.size ?? 0;
  return rowsWithFacts(analysis).map(({ span, facts: { decided, failed } }) => {
    const decides = told.decides(shareText(analysis, decided, whole));
    return { span, text: failed === null ? decides : `${decides}, ${told.fails(failed.toLocaleString('en-US'))}` };
  });
}
