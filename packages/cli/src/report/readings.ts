import type { Condition, Level, Model, Quantity } from '@benchbook/dsl';

/**
 * For each level, what its first label, its first two labels, and so on have in common: the least number of benchmarks
 * that all of them miss, and nobody else; null where that is not what the labels say.
 */
export type LevelReadings = ReadonlyMap<string, readonly (number | null)[]>;

/** No rulebook judges more metrics than this; counts beyond it behave as this one does. */
const MOST = 50;

export function levelReadings(model: Model): LevelReadings {
  return new Map(model.levels.map((level) => [level.name, readings(level)]));
}

function readings(level: Level): (number | null)[] {
  const [input, ...others] = level.table.inputs;
  const readable = input?.expression.kind === 'judgement' && input.expression.what === 'failed' && others.length === 0;
  if (!readable) return level.labels.map(() => null);
  const labelOf = counts().map((failed) => labelFor(level, failed));
  return level.labels.map((_, index) => {
    const named = new Set(level.labels.slice(0, index + 1));
    const covered = labelOf.map((label) => label !== null && named.has(label));
    const least = covered.indexOf(true);
    const upwards = least > 0 && covered.slice(least).every(Boolean);
    return upwards ? least : null;
  });
}

const counts = (): number[] => Array.from({ length: MOST + 1 }, (_, index) => index);

function labelFor(level: Level, failed: number): string | null {
  const { rows, order } = level.table;
  const row = order
    .flatMap((index) => rows[index] ?? [])
    .find((each) => each.conditions[0] !== undefined && holds(each.conditions[0], failed, level));
  const label = row?.outcomes[0];
  return label?.kind === 'text' ? label.text : null;
}

function holds(condition: Condition, value: number, level: Level): boolean {
  switch (condition.kind) {
    case 'any':
    case 'known':
      return true;
    case 'else':
      return !level.table.rows.some((row) =>
        row.conditions.some((each) => each.kind !== 'else' && holds(each, value, level)),
      );
    case 'compare':
      return condition.constant.kind === 'quantity' && compare(value, condition.operator, condition.constant.quantity);
    case 'values':
      return (
        condition.values.some((each) => each.kind === 'quantity' && each.quantity.value.eq(value)) !== condition.negated
      );
    case 'range': {
      const { low, high, lowIncluded, highIncluded } = condition.range;
      const above = low?.kind !== 'quantity' || compare(value, lowIncluded ? '>=' : '>', low.quantity);
      return above && (high?.kind !== 'quantity' || compare(value, highIncluded ? '<=' : '<', high.quantity));
    }
    case 'not':
      return !holds(condition.condition, value, level);
    case 'either':
      return condition.conditions.some((each) => holds(each, value, level));
    case 'missing':
    case 'match':
      return false;
  }
}

function compare(value: number, operator: '=' | '!=' | '<' | '<=' | '>' | '>=', { value: bound }: Quantity): boolean {
  switch (operator) {
    case '=':
      return bound.eq(value);
    case '!=':
      return !bound.eq(value);
    case '<':
      return bound.gt(value);
    case '<=':
      return bound.gte(value);
    case '>':
      return bound.lt(value);
    case '>=':
      return bound.lte(value);
  }
}
