import type { Condition, Constant, Expression, Level } from '@benchbook/dsl';

/** `risk = high`: the level that a condition asks for, and its label; null for other conditions. */
export function levelAsked(where: Expression | null): { readonly level: string; readonly label: string } | null {
  if (where?.kind !== 'compare' || where.operator !== '=') return null;
  const [given, constant] = where.left.kind === 'given' ? [where.left, where.right] : [where.right, where.left];
  if (given.kind !== 'given' || given.by !== 'level') return null;
  if (constant.kind !== 'constant' || constant.constant.kind !== 'text') return null;
  return { level: given.name, label: constant.constant.text };
}

/** From how many failures on a level gives a label, when it goes by them alone and every entity with so many has it or none with fewer does; else null. */
export function leastFailures({ table }: Level, label: string): number | null {
  const [input, ...more] = table.inputs;
  if (input?.expression.kind !== 'judgement' || input.expression.what !== 'failed' || more.length > 0) return null;
  const least = table.rows
    .filter(({ outcomes: [first] }) => first?.kind === 'text' && first.text === label)
    .map(({ conditions: [condition] }) => lowest(condition));
  return least.length === 0 || least.includes(null) ? null : Math.min(...least.map(Number));
}

/** The smallest whole number that meets a condition; null where it cannot be told. */
function lowest(condition: Condition | undefined): number | null {
  switch (condition?.kind) {
    case 'compare': {
      const { operator, constant } = condition;
      if (operator === '>=' || operator === '=') return numberIn(constant, Math.ceil);
      return operator === '>' ? numberIn(constant, (value) => Math.floor(value) + 1) : 0;
    }
    case 'values': {
      const numbers = condition.values.map((one) => numberIn(one, Math.ceil));
      return condition.negated || numbers.includes(null) ? null : Math.min(...numbers.map(Number));
    }
    case 'range':
      return numberIn(condition.range.low, Math.ceil);
    default:
      return null;
  }
}

const numberIn = (constant: Constant | null, whole: (value: number) => number): number | null =>
  constant?.kind === 'quantity' ? whole(constant.quantity.value.toNumber()) : null;
