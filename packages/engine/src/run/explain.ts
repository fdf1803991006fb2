import type { Level, Model, Score } from '@benchbook/dsl';
import { whereOf } from '../notices/where.js';
import type { Columns } from '../database/columns.js';
import { decimals, toBase } from '../plan/units.js';
import type { Explanation } from '../results.js';
import { named } from '../sql/names.js';
import type { Language } from '../workbook-types.js';
import type { Executed } from './execute.js';
import { explainMetric } from './explain-metric.js';
import { findRow } from './find-entity.js';
import { becauseOf } from './report/ranking.js';
import { display, NUMBER, PERCENT, plainText, written } from './report/formatting.js';
import { ruleRow } from './rule-row.js';

/** Why an entity stands where it stands; null when nobody in the population has that key, or that name alone. */
export async function explain(run: Executed, keyOrName: string, language: Language): Promise<Explanation | null> {
  const row = await findRow(run, keyOrName);
  if (row === null) return null;
  const { plan } = run;
  const scores = plan.score.scores.map((score) => explainScore(plan.model, score, row));
  return {
    population: plan.population.name,
    key: row.text('key.text') ?? '',
    name: row.text('name.text'),
    // Without a score there is no place in the ranking, only an end of the list.
    rank: scores[0]?.value === null ? null : row.number('rank'),
    of: run.size,
    attributes: attributes(run, row),
    metrics: plan.measure.metrics.map((measured) => explainMetric(run, measured, row, language)),
    levels: plan.judge.levels.map((level) => explainLevel(plan.model, level, row)),
    scores,
  };
}

function attributes(run: Executed, row: Columns): Explanation['attributes'] {
  const { plan } = run;
  const own = plan.source.columns
    .filter(({ name }) => plan.measure.columns.includes(name) && name !== plan.source.naming)
    .map((declared) => ({
      name: declared.name,
      label: declared.label,
      display: shown(row, named.column(declared.name), columnUnit(declared.type)),
      ...whereOf(plan.model, declared),
    }));
  const labels = [
    ...plan.measure.bands.map((band) => ({ ...band, at: named.band(band.name) })),
    ...plan.measure.tiers.map((tier) => ({ ...tier, at: named.tier(tier.name) })),
  ];
  return [
    ...own,
    ...labels.map(({ name, label, span, at }) => ({
      name,
      label,
      display: plainText(row.cell(at)),
      ...whereOf(plan.model, { span }),
    })),
  ];
}

function columnUnit(type: Model['sources'][number]['columns'][number]['type']): typeof NUMBER {
  switch (type.kind) {
    case 'money':
      return { kind: 'money', dimension: { [type.currency]: 1 }, scale: NUMBER.scale, text: type.currency };
    case 'percent':
      return PERCENT;
    case 'count':
      return { ...NUMBER, kind: 'count' };
    default:
      return NUMBER;
  }
}

function shown(row: Columns, name: string, unit: typeof NUMBER): string {
  const cell = row.cell(name);
  return typeof cell === 'number' || typeof cell === 'bigint' ? display(Number(cell), unit) : plainText(cell);
}

export function explainLevel(model: Model, level: Level, row: Columns): Explanation['levels'][number] {
  const index = row.numbers(named.level(level.name))[0] ?? null;
  const chosen = index === null ? undefined : level.table.rows[index - 1];
  const label = chosen?.outcomes[0]?.kind === 'text' ? chosen.outcomes[0].text : null;
  const counts = {
    failed: row.number(named.failed),
    passed: row.number(named.passed),
    unknown: row.number(named.unknown),
  };
  return {
    name: level.name,
    label: level.label,
    value: label,
    ...counts,
    because: becauseOf(level, index, counts),
    rule: index === null ? null : ruleRow(model, level, index - 1, 0),
  };
}

export function explainScore(model: Model, score: Score, row: Columns): Explanation['scores'][number] {
  const times = score.times === null ? 1 : toBase(score.times).toNumber();
  const value = row.numbers(named.score(score.name))[0] ?? null;
  return {
    name: score.name,
    label: score.label,
    value,
    display: display(value, NUMBER, 2),
    times,
    ...whereOf(model, score),
    terms: score.terms.map((term, index) => {
      const weight = toBase(term.weight).toNumber();
      const own = row.numbers(named.term(score.name, index))[0] ?? null;
      const contribution = own === null ? null : times * weight * own;
      return {
        name: term.name,
        text: written(model, term.value.span),
        weight,
        weight_display: display(weight, PERCENT, decimals(toBase(term.weight).times(100))),
        value: own,
        display: display(own, NUMBER, 4),
        contribution,
        contribution_display: display(contribution, NUMBER, 2),
        ...whereOf(model, term),
      };
    }),
  };
}
