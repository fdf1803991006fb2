import { printPath } from '../../model/path.js';
import type { BudgetLine, MoveEnd, Reallocation } from '../../model/planning/budget.js';
import type { ClauseOf } from '../../syntax/nodes.js';
import type { MoveEndNode } from '../../syntax/planning-nodes.js';
import { closest } from '../../text/closest.js';
import { defaultPopulation } from '../figure-conditions.js';
import { readQuantity } from '../quantities.js';
import { replaceBy } from '../scope.js';
import type { Scope } from '../scope.js';
import { asDuration, asShare, estimate } from './estimates.js';
import { planCondition } from './plan-conditions.js';

/** `moves 10% from lowest roi to highest roi every 3 months`. */
export function reallocation(
  scope: Scope,
  clause: ClauseOf<'moves'>,
  lines: readonly BudgetLine[],
  budget: string,
): Reallocation | null {
  const [from, to] = [endOf(scope, clause.from, lines), endOf(scope, clause.to, lines)];
  const key = [`${clause.from.name.text} to ${clause.to.name.text}`];
  const path = (column: string): string => printPath({ name: budget, key, members: [column] });
  const share = estimate(scope, clause.share, path('moves'), asShare);
  const ground = { scope, population: (at: typeof clause.span) => defaultPopulation(scope, at), own: null };
  const when = clause.when && planCondition(clause.when, ground);
  const every = clause.every && readQuantity(scope, clause.every, path('every'));
  const interval = every && asDuration(scope, every);
  if (!from || !to || !share || (clause.when && !when) || (clause.every && !interval)) return null;
  return { share, from, to, when, every: interval, span: clause.span };
}

/** The figures by which categories of a budget can be told apart. */
const FIGURES = ['roi', 'cost', 'benefit', 'npv'];

function endOf(scope: Scope, { extreme, name }: MoveEndNode, lines: readonly BudgetLine[]): MoveEnd | null {
  const known = extreme ? FIGURES : lines.map((line) => line.category);
  if (known.includes(name.text))
    return extreme ? { kind: 'extreme', extreme, figure: name.text } : { kind: 'category', category: name.text };
  const suggestion = closest(name.text, known);
  return scope.report(
    'B211',
    name.span,
    { word: name.text, choices: known, suggestion },
    replaceBy(name.span, suggestion),
  );
}
