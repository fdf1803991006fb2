import type { Model, PlanFigure, Span } from '@benchbook/dsl';
import { whereOf } from '../../notices/where.js';
import type { Frame, PlanValues } from '../../projection/figures/plan-values.js';
import type { Outcome } from '../../planning-types.js';
import { at } from '../../projection/values/column.js';
import { shown, unitOfFigure } from './shown.js';

/** A plan worked out in one trial: its numbers at their values. */
export class Worked {
  /** All that is planned, and figures about the data as they are today. */
  readonly today: Frame;
  /** The same with figures about the data as they are once it is done. */
  readonly done: Frame;

  constructor(
    readonly model: Model,
    readonly values: PlanValues,
    /** Those that are taken: all, unless told otherwise. */
    { actions }: Pick<Frame, 'actions'> = { actions: values.actionsOf(null) },
  ) {
    this.today = { actions, acting: false };
    this.done = { actions, acting: true };
  }

  /** In base units; NaN where there is none. */
  number(figure: PlanFigure, frame: Frame = this.today): number {
    return at(this.values.figure(figure, frame), 0);
  }

  declared(one: { readonly name: string; readonly label: string | null; readonly span: Span }) {
    return { name: one.name, label: one.label, ...whereOf(this.model, one) };
  }

  /** A figure as a reader sees it, or why it has no value. */
  outcome(figure: PlanFigure, frame: Frame = this.today): Outcome {
    const unit = unitOfFigure(figure.type);
    const found = shown(this.number(figure, frame), unit);
    if (found.value !== null) return { ...found, why: null, several: [] };
    const { why, several } = this.values.reason(figure, frame);
    return { ...found, why, several: several.map((one) => shown(one, unit).display) };
  }
}
