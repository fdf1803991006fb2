import { typeOfColumn } from '../check/ground.js';
import type { Meaning } from '../check/uses.js';
import type { Declared, Model } from '../model/model.js';
import type { Unit } from '../model/unit.js';
import { COUNT, describeType, describeUnit, NUMBER } from '../model/units.js';
import type { Span } from '../text/span.js';
import { textAt } from './analysis.js';
import type { Analysis } from './analysis.js';
import type { Bin, ColumnFacts, Spread, ValueFacts } from './data-facts.js';
import { shareText, valueText } from './figures.js';
import type { Detail } from './hover.js';
import { words } from './words.js';

export interface Description {
  readonly label: string | null;
  readonly doc: string | null;
  readonly details: readonly Detail[];
  readonly bins: readonly Bin[];
}

/** What the rulebook says of something it declares, and what the data says. */
export function describe(analysis: Analysis, means: Meaning): Description {
  const { model, language } = analysis;
  const declared = declarationOf(analysis, means);
  const label = declared === null ? null : (declared.translations[language] ?? declared.label);
  const doc = declared?.doc ?? null;
  const known = model ? said(analysis, model, means) : [];
  const bins = binsOf(analysis, means);
  return { label, doc, details: known, bins };
}

type Naming = Pick<Declared, 'label' | 'translations' | 'doc'>;

function declarationOf({ program, model }: Analysis, { kind, owner, name }: Meaning): Naming | null {
  if (kind === 'column' && owner !== null) {
    const column = model?.sources.find((one) => one.name === owner)?.columns.find((one) => one.name === name);
    return column ? { ...column, doc: null } : null;
  }
  if (owner !== null) return null;
  return program.declarations.find((one) => one.noun === kind && one.name?.text === name) ?? null;
}

function said(analysis: Analysis, model: Model, means: Meaning): readonly Detail[] {
  const { kind, owner, name } = means;
  switch (kind) {
    case 'column':
      return columnDetails(analysis, model, owner ?? '', name);
    case 'metric':
      return metricDetails(analysis, model, name);
    case 'score':
      return scoreDetails(analysis, model, name);
    case 'param':
      return paramDetails(analysis, model, name);
    case 'source':
      return rowsDetail(analysis, analysis.facts?.sources[name]?.rows);
    case 'population':
      return rowsDetail(
        analysis,
        analysis.facts?.population?.name === name ? analysis.facts.population.size : undefined,
      );
    case 'level':
    case 'band':
    case 'tier':
      return labelDetails(analysis, name);
    case 'label':
      return labelDetails(analysis, owner ?? '').filter((one) => one.name === name);
    case 'context': {
      const context = model.contexts.find((one) => one.name === name);
      const { citation = null, dated = null } = context ?? {};
      return citation === null && dated === null
        ? []
        : [{ name: words(analysis).citation, value: [citation, dated].flatMap((part) => part ?? []).join(', ') }];
    }
    default:
      return [];
  }
}

const detail = (name: string, value: string): Detail => ({ name, value });

const rowsDetail = (analysis: Analysis, rows: number | undefined): Detail[] =>
  rows === undefined ? [] : [detail(words(analysis).rows, rows.toLocaleString('en-US'))];

function columnDetails(analysis: Analysis, model: Model, owner: string, name: string): Detail[] {
  const told = words(analysis);
  const column = model.sources.find((one) => one.name === owner)?.columns.find((one) => one.name === name);
  if (column === undefined) return [];
  const type = typeOfColumn(column.type);
  const typed = detail(told.type, describeType(type)[analysis.language]);
  const from =
    column.from.kind === 'header' && column.from.header !== name ? [detail(told.inFile, column.from.header)] : [];
  const facts = analysis.facts?.sources[owner];
  const own = facts?.columns[name];
  const unit = type.kind === 'number' ? type.unit : NUMBER;
  return [typed, ...from, ...(facts && own ? columnFigures(analysis, own, facts.rows, unit) : [])];
}

function columnFigures(analysis: Analysis, facts: ColumnFacts, rows: number, unit: Unit): Detail[] {
  const told = words(analysis);
  const frequent = facts.top.slice(0, 3).map(({ value, count }) => `${value} ${shareText(analysis, count, rows)}`);
  return [
    ...(facts.missing > 0 ? [detail(told.missing, shareText(analysis, facts.missing, rows))] : []),
    detail(told.distinct, facts.distinct.toLocaleString('en-US')),
    ...(facts.spread ? spreadDetails(analysis, facts.spread, unit) : [detail(told.frequent, frequent.join(', '))]),
  ];
}

function spreadDetails(analysis: Analysis, spread: Spread, unit: Unit): Detail[] {
  const told = words(analysis);
  const between = (low: Spread['min'], high: Spread['min']): string =>
    `${valueText(low, unit)} … ${valueText(high, unit)}`;
  return [
    detail(told.median, valueText(spread.p50, unit)),
    detail(told.middle, between(spread.p25, spread.p75)),
    detail(told.range, between(spread.min, spread.max)),
  ];
}

function metricDetails(analysis: Analysis, model: Model, name: string): Detail[] {
  const metric = model.metrics.find((one) => one.name === name);
  if (metric === undefined) return [];
  const told = words(analysis);
  return [
    detail(told.unit, describeUnit(metric.unit)[analysis.language]),
    detail(told.formula, flat(analysis, metric.expression.span)),
    ...valueDetails(analysis, analysis.facts?.values[name], metric.unit),
  ];
}

function scoreDetails(analysis: Analysis, model: Model, name: string): Detail[] {
  const range = model.scores.find((one) => one.name === name)?.range.all;
  const shown = range
    ? [detail(words(analysis).attainable, range.map((end) => valueText(end, NUMBER)).join(' … '))]
    : [];
  return [...shown, ...valueDetails(analysis, analysis.facts?.values[name], NUMBER)];
}

function valueDetails(analysis: Analysis, facts: ValueFacts | undefined, unit: Unit): Detail[] {
  if (facts === undefined) return [];
  const told = words(analysis);
  const unknown = facts.unknown > 0 ? [detail(told.unknown, valueText(facts.unknown, COUNT))] : [];
  const mean = facts.mean === null ? [] : [detail(told.mean, valueText(facts.mean, unit))];
  return [...mean, ...(facts.spread ? spreadDetails(analysis, facts.spread, unit) : []), ...unknown];
}

function paramDetails(analysis: Analysis, model: Model, name: string): Detail[] {
  const param = model.params.find((one) => one.name === name);
  if (param === undefined) return [];
  const said = flat(analysis, param.span).replace(/^.*?=\s*/, '');
  const type = param.type.kind === 'list' ? param.type.of : param.type;
  return [detail(words(analysis).value, said), detail(words(analysis).type, describeType(type)[analysis.language])];
}

function labelDetails({ facts, ...analysis }: Analysis, owner: string): Detail[] {
  const whole = facts?.population?.size ?? 0;
  return Object.entries(facts?.labels[owner] ?? {}).map(([label, count]) =>
    detail(label, shareText(analysis, count, whole)),
  );
}

function binsOf({ facts }: Analysis, { kind, owner, name }: Meaning): readonly Bin[] {
  const column = kind === 'column' && owner !== null ? facts?.sources[owner]?.columns[name] : undefined;
  const value = kind === 'metric' || kind === 'score' ? facts?.values[name] : undefined;
  return (column ?? value)?.spread?.bins ?? [];
}

const flat = (analysis: Analysis, span: Span): string => textAt(analysis, span).replace(/\s+/g, ' ');
