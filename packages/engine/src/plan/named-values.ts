import type { Condition, Constant, DecisionTable, Expression, Model, Span } from '@benchbook/dsl';
import { walk } from './walk.js';

/** A text that a rule names as a value of a column. */
export interface NamedValue {
  readonly source: string;
  readonly column: string;
  readonly text: string;
  /** The declaration that names it, and where. */
  readonly by: string;
  readonly span: Span;
}

/** Every text that rules compare a column with: what no row of the data holds is most likely misspelt. */
export function namedValues(model: Model): readonly NamedValue[] {
  const tables = [...model.benchmarks, ...model.waivers, ...model.bands, ...model.levels].flatMap(({ name, table }) =>
    inTable(name, table),
  );
  const metrics = model.metrics.flatMap(({ name, span, expression }) => inExpression(name, span, expression));
  const populations = model.populations.flatMap(({ name, span, where }) =>
    where === null ? [] : inExpression(name, span, where),
  );
  return [...populations, ...metrics, ...tables];
}

function inTable(by: string, { inputs, rows }: DecisionTable<unknown>): readonly NamedValue[] {
  return rows.flatMap(({ conditions, span }) =>
    conditions.flatMap((condition, index) => {
      const expression = inputs[index]?.expression;
      if (expression?.kind !== 'column') return [];
      return textsOf(condition).map((text) => ({
        source: expression.source,
        column: expression.column,
        text,
        by,
        span,
      }));
    }),
  );
}

function textsOf(condition: Condition): readonly string[] {
  if (condition.kind === 'values') return condition.values.flatMap(textOf);
  if (condition.kind === 'not') return textsOf(condition.condition);
  return condition.kind === 'either' ? condition.conditions.flatMap(textsOf) : [];
}

function textOf(constant: Constant): readonly string[] {
  return constant.kind === 'text' ? [constant.text] : [];
}

function inExpression(by: string, span: Span, expression: Expression): readonly NamedValue[] {
  return [...walk(expression)].flatMap((part): readonly NamedValue[] => {
    const compared = columnAndTexts(part);
    if (compared === null) return [];
    const { source, column } = compared.column;
    return compared.texts.map((text) => ({ source, column, text, by, span }));
  });
}

function columnAndTexts(
  part: Expression,
): { readonly column: Extract<Expression, { kind: 'column' }>; readonly texts: readonly string[] } | null {
  if (part.kind === 'in' && part.value.kind === 'column' && part.list.kind === 'list') {
    return { column: part.value, texts: part.list.items.flatMap(textOf) };
  }
  if (part.kind !== 'compare') return null;
  const [one, other] = part.left.kind === 'column' ? [part.left, part.right] : [part.right, part.left];
  return one.kind === 'column' && other.kind === 'constant' ? { column: one, texts: textOf(other.constant) } : null;
}
