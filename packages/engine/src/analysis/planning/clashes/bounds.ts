import {
  planFigureParts,
  type ComparisonOperator,
  type Constant,
  type PlanFigure,
  type Requirement,
  type Target,
} from '@benchbook/dsl';
import type { PlanStatement } from '../../../planning-types.js';
import { shown, unitOfFigure } from '../shown.js';
import type { Worked } from '../worked.js';
import { statement, targetStatement } from './stated.js';

/** What is asked of one figure: that it is on this side of a number. */
export interface Bound {
  /** The same for the same figure. */
  readonly key: string;
  readonly operator: Exclude<ComparisonOperator, '!='>;
  /** In base units. */
  readonly value: number;
  readonly display: string;
  readonly said: 'requirement' | 'target';
  /** The day by which it is asked; null: always. */
  readonly by: string | null;
  readonly statement: PlanStatement;
}

/** Every requirement that compares a figure with stated numbers. */
export function requiredBounds(requirements: readonly Requirement[], worked: Worked): readonly Bound[] {
  return requirements
    .filter(({ chance }) => chance === null)
    .flatMap(({ condition: { left, operator, right }, span }): Bound[] => {
      const [asked, askedRight] = [restsOn(left), restsOn(right)];
      if (operator === '!=' || asked === askedRight) return [];
      const flipped = asked < askedRight;
      const [figure, number] = flipped ? [right, left] : [left, right];
      const value = worked.number(number);
      const display = shown(value, unitOfFigure(number.type)).display;
      const common = { key: keyOf(figure), value, display, said: 'requirement', by: null } as const;
      return [
        { ...common, operator: flipped ? FLIPPED[operator] : operator, statement: statement(worked.model, { span }) },
      ];
    });
}

/** Every row of every target; a range asks twice. */
export function targetBounds(targets: readonly Target[], worked: Worked): readonly Bound[] {
  return targets.flatMap(({ rows, by }) =>
    rows.flatMap((row) => {
      const { measure, attain, from } = row;
      const bound = (operator: Bound['operator'], { value, unit }: Ends): Bound => {
        const base = value.times(unit.scale).toNumber();
        return {
          key: `${keyOf(measure)}${from === null ? '' : ` from ${from}`}`,
          operator,
          value: base,
          display: shown(base, unit).display,
          said: 'target',
          by,
          statement: targetStatement(worked.model, row),
        };
      };
      if (attain.kind === 'bound') return [bound(attain.operator, attain.quantity)];
      return [bound('>=', attain.low), bound(attain.highIncluded ? '<=' : '<', attain.high)];
    }),
  );
}

type Ends = Extract<Target['rows'][number]['attain'], { kind: 'bound' }>['quantity'];

const FLIPPED = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

const [LITERALS, NUMBERS, FIGURES] = [0, 1, 2];

/** What a side of a requirement rests on: numbers written there, numbers that are declared, or figures. */
function restsOn(figure: PlanFigure): number {
  const parts = [...planFigureParts(figure)].filter(({ kind }) => kind !== 'arithmetic');
  if (parts.some(({ kind }) => kind !== 'constant')) return FIGURES;
  return parts.some((part) => part.kind === 'constant' && hasPath(part.constant)) ? NUMBERS : LITERALS;
}

const hasPath = (constant: Constant): boolean => constant.kind === 'quantity' && constant.quantity.path !== null;

/** Where it is written makes it no other figure. */
const keyOf = (figure: PlanFigure): string =>
  JSON.stringify(figure, (name, value: unknown) => (name === 'span' ? undefined : value));
