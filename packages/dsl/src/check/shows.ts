import type { Expression } from '../model/expression.js';
import type { Population, Show, ShowForm } from '../model/model.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, ExpressionNode } from '../syntax/nodes.js';
import { checkExpression, groundOn } from './expression.js';
import { populationAsked } from './figure-conditions.js';
import { meaningOf } from './scope.js';
import type { Scope } from './scope.js';
import { chosen } from './sources.js';
import { topRows } from './tests.js';

const FORMS = [
  'bars',
  'table',
  'heatmap',
  'distribution',
  'matrix',
  'scatter',
  'line',
] as const satisfies readonly ShowForm[];

export function checkShow(scope: Scope, declaration: Declaration): Show | null {
  const node = clauseOf(declaration, 'condition')?.expression;
  if (node === undefined) return null;
  const listed = populationNamed(scope, node);
  if (listed === 'broken') return null;
  const population = listed ?? populationAsked(scope, clauseOf(declaration, 'of')?.name)(node.span);
  const source = population && scope.get('source', population.source, node.span);
  if (!population || !source) return null;
  const ground = groundOn(scope, source, true);
  const what = listed ? null : checkExpression(node, ground);
  const byNodes = clauseOf(declaration, 'by')?.expressions ?? [];
  const by = byNodes.flatMap((one) => checkExpression(one, ground) ?? []);
  const topClause = clauseOf(declaration, 'top');
  const top = topClause ? topRows(topClause, ground) : null;
  const as = clauseOf(declaration, 'as')?.name;
  const form = as ? chosen(scope, as, FORMS) : usualForm(what, by);
  if ((!listed && what === null) || by.length < byNodes.length || (topClause && top === null) || form === null)
    return null;
  const { span } = declaration;
  const label = clauseOf(declaration, 'label')?.text.text ?? null;
  const name = slug(scope.text({ start: node.span.start, end: span.end }));
  return { name, population: population.name, what, by, top, form, label, span, line: scope.line(span) };
}

/** `show key_accounts` lists a population; null: something else is shown. */
function populationNamed(scope: Scope, node: ExpressionNode): Population | 'broken' | null {
  const slot = node.kind === 'name' ? scope.find(node.name) : undefined;
  if (slot === 'broken') return 'broken';
  if (slot?.noun !== 'population') return null;
  scope.use(node.span, meaningOf(slot));
  return scope.get('population', slot.name, node.span) ?? 'broken';
}

function usualForm(what: Expression | null, by: readonly Expression[]): ShowForm {
  if (what === null) return 'table';
  if (by.length > 1) return 'heatmap';
  return what.type.kind === 'number' && by.length === 0 ? 'distribution' : 'bars';
}

/** `risk by industry as bars` → `risk-by-industry-as-bars`. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Names stay the same while others come and go, except that a second one of the same text gets a number. */
export function distinctNames<Shown extends { readonly name: string }>(shows: readonly Shown[]): Shown[] {
  const counts = new Map<string, number>();
  return shows.map((show) => {
    const count = (counts.get(show.name) ?? 0) + 1;
    counts.set(show.name, count);
    return count === 1 ? show : { ...show, name: `${show.name}-${count}` };
  });
}
