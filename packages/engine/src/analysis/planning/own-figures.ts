import { planFigures, type PlanOwner } from '@benchbook/dsl';
import type { NamedOutcome } from '../../planning-types.js';
import type { Worked } from './worked.js';

/** A figure that is asked for by its name stands in no text. */
const NOWHERE = { start: 0, end: 0 };

/** Every figure that a declaration has, by the name rules ask for it. */
export function ownFigures(by: PlanOwner, name: string, worked: Worked): readonly NamedOutcome[] {
  return [...planFigures(worked.model, by, name)].map(([figure, type]) => ({
    text: figure,
    figure: worked.outcome({ kind: 'planned', by, name, figure, type, span: NOWHERE }),
  }));
}
