import Big from 'big.js';
import type { Figure, PlanFigure } from '@benchbook/dsl';
import { toBase, unitOfType } from '../../plan/units.js';

/** Something that is counted or summed over the entities of one population. */
export type Additive = Extract<Figure, { readonly kind: 'tally' | 'summary' }>;

/** A figure as a weighted sum of what is counted or summed, in the figure's own unit; what no entity moves is left out. */
export interface AdditiveFigure {
  readonly kind: 'additive';
  readonly terms: readonly { readonly weight: Big; readonly of: Additive }[];
}

/** Why the effects on a figure cannot be told entity by entity. */
export interface NotAdditive {
  readonly kind: 'not additive';
  readonly why:
    /** A share, a mean, a percentile, an attainment, a concentration, a conversion. */
    | 'ratio'
    /** A product or quotient of two figures that both depend on the entities. */
    | 'product'
    /** Rows of a source, which belong to no entity of a population. */
    | 'rows'
    /** A number of the plan itself: `plan.npv`, `used(managers)`. */
    | 'planned'
    /** Counted over other entities than those that the actions are taken on. */
    | 'other entities'
    /** An action that reaches other entities than those it is taken on. */
    | 'reaches others';
  /** The part of the figure that it is about; null where an action is the reason. */
  readonly of: PlanFigure | null;
}

type Linear = { readonly constant: Big; readonly terms: AdditiveFigure['terms'] };
const ZERO = new Big(0);

/** Takes a figure apart into counts and sums, if it is made of nothing else. A `saved(…)` or `per` around it is passed through. */
export function additive(figure: PlanFigure): AdditiveFigure | NotAdditive {
  const linear = inBase(figure);
  if ('why' in linear) return linear;
  const own = unitOfType(figure.type)?.scale ?? new Big(1);
  return { kind: 'additive', terms: linear.terms.map(({ weight, of }) => ({ weight: weight.div(own), of })) };
}

/** In base units, in which figures are reckoned. */
function inBase(figure: PlanFigure): Linear | NotAdditive {
  const refused = (why: NotAdditive['why']): NotAdditive => ({ kind: 'not additive', why, of: figure });
  switch (figure.kind) {
    case 'constant':
      return figure.constant.kind === 'quantity'
        ? { constant: toBase(figure.constant.quantity), terms: [] }
        : refused('ratio');
    case 'tally':
      return figure.name === 'count' ? one(figure) : refused('ratio');
    case 'summary':
      return figure.name === 'sum' ? one(figure) : refused('ratio');
    case 'saved':
    case 'per':
      return inBase(figure.of);
    case 'arithmetic': {
      const [left, right] = [inBase(figure.left), inBase(figure.right)];
      if ('why' in left) return left;
      if ('why' in right) return right;
      return combined(figure.operator, left, right) ?? refused('product');
    }
    case 'planned':
    case 'used':
      return refused('planned');
    case 'rows':
    case 'quality':
      return refused('rows');
    default:
      return refused('ratio');
  }
}

const one = (of: Additive): Linear => ({
  constant: ZERO,
  terms: [{ weight: unitOfType(of.type)?.scale ?? new Big(1), of }],
});

function combined(operator: '+' | '-' | '*' | '/', left: Linear, right: Linear): Linear | null {
  switch (operator) {
    case '+':
      return { constant: left.constant.plus(right.constant), terms: [...left.terms, ...right.terms] };
    case '-':
      return combined('+', left, times(right, new Big(-1)));
    case '*':
      if (right.terms.length === 0) return times(left, right.constant);
      return left.terms.length === 0 ? times(right, left.constant) : null;
    case '/':
      return right.terms.length > 0 || right.constant.eq(0) ? null : times(left, new Big(1).div(right.constant));
  }
}

const times = ({ constant, terms }: Linear, by: Big): Linear => ({
  constant: constant.times(by),
  terms: terms.map(({ weight, of }) => ({ weight: weight.times(by), of })),
});
