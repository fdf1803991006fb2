import { textOf, type Model, type NamedNumber, type Span, type TargetRow } from '@benchbook/dsl';
import { whereOf } from '../../../notices/where.js';
import type { PlanStatement } from '../../../planning-types.js';
import type { Worked } from '../worked.js';

/** A plan as it is stated, and as it would be with other numbers. */
export interface Stated {
  readonly worked: Worked;
  /** Every number of the rulebook that has a path. */
  readonly numbers: readonly NamedNumber[];
  /** @param numbers by path, each in its own unit */
  readonly otherwise: (numbers: ReadonlyMap<string, number>) => Worked;
}

/** What is written at a span, on one line, and where. */
export function statement(model: Model, part: { readonly span: Span }): PlanStatement {
  return { text: oneLine(textOf(model.files, part.span)), ...whereOf(model, part) };
}

/** `passed(contact_density) >= 80%`: what a row of a target asks, without its table. */
export function targetStatement(model: Model, row: TargetRow): PlanStatement {
  return { text: `${row.text} ${oneLine(textOf(model.files, row.attain.span))}`, ...whereOf(model, row) };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** `growth = 15% per quarter`: a number by its path, as it is written. */
export function numberStatement(model: Model, number: NamedNumber): PlanStatement {
  const [span] = number.spans;
  if (span === undefined) return { text: number.path, file: model.file, line: number.line };
  return { text: `${number.path} = ${oneLine(textOf(model.files, span))}`, ...whereOf(model, { span }) };
}
