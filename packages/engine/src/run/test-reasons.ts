import type { Expression } from '@benchbook/dsl';
import type { Columns } from '../database/columns.js';
import type { ExplainedMetric } from '../results.js';
import { named } from '../sql/names.js';
import type { Language, TestReason } from '../workbook-types.js';
import type { Executed } from './execute.js';
import { explainLevel, explainScore } from './explain.js';
import { explainMetric } from './explain-metric.js';
import { findRow } from './find-entity.js';
import { ruleRow } from './rule-row.js';

/**
 * What gave each of some values of one entity: for a metric its formula and threshold, for a level the row that decided and the
 * metrics that did not pass, for a score its terms, for a band or tier the row. Anything else speaks for itself.
 *
 * @returns for each expression its reasons
 */
export async function reasonsFor(
  run: Executed,
  key: string,
  expressions: readonly Expression[],
  language: Language,
): Promise<readonly (readonly TestReason[])[]> {
  const row = await findRow(run, key);
  if (row === null) return [];
  return expressions.map((expression) => reasons(run, expression, row, language));
}

function reasons(run: Executed, expression: Expression, row: Columns, language: Language): readonly TestReason[] {
  if (expression.kind === 'shortfall' && expression.metric !== null)
    return metrics(run, row, language, ({ name }) => name === expression.metric);
  if (expression.kind === 'judgement' || expression.kind === 'shortfall')
    return metrics(run, row, language, ({ state }) => state !== 'not judged');
  if (expression.kind !== 'given' && expression.kind !== 'output') return [];
  const { by, name } = expression;
  switch (by) {
    case 'metric':
      return metrics(run, row, language, (metric) => metric.name === name);
    case 'level': {
      const level = run.plan.judge.levels.find((one) => one.name === name);
      if (level === undefined) return [];
      return [
        { kind: 'level', level: explainLevel(run.plan.model, level, row) },
        ...metrics(run, row, language, ({ state }) => state === 'failed' || state === 'unknown'),
      ];
    }
    case 'score': {
      const score = run.plan.score.scores.find((one) => one.name === name);
      return score === undefined ? [] : [{ kind: 'score', score: explainScore(run.plan.model, score, row) }];
    }
    case 'band':
    case 'tier':
      return chosenRow(run, by, name, row);
  }
}

function metrics(
  run: Executed,
  row: Columns,
  language: Language,
  isAsked: (metric: ExplainedMetric) => boolean,
): readonly TestReason[] {
  return run.plan.measure.metrics
    .map((measured) => explainMetric(run, measured, row, language))
    .filter(isAsked)
    .map((metric) => ({ kind: 'metric', metric }));
}

function chosenRow(run: Executed, by: 'band' | 'tier', name: string, row: Columns): readonly TestReason[] {
  const { bands, tiers } = run.plan.measure;
  const declared = (by === 'band' ? bands : tiers).find((one) => one.name === name);
  const index = row.numbers(by === 'band' ? named.bandRow(name) : named.tierRow(name))[0] ?? null;
  if (declared === undefined || index === null) return [];
  const rule = ruleRow(run.plan.model, declared, index - 1, 0);
  return rule === null ? [] : [{ kind: 'row', rule }];
}
