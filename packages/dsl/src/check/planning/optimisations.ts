import type { Action } from '../../model/planning/action.js';
import type { Optimisation } from '../../model/planning/question.js';
import type { PlanFigure } from '../../model/planning/plan-figure.js';
import { clauseOf, clausesOf } from '../../syntax/clauses.js';
import type { ClauseOf, Declaration } from '../../syntax/nodes.js';
import { wholes } from '../whole.js';
import type { Scope } from '../scope.js';
import { estimate } from './estimates.js';
import { asMoney } from './money.js';
import { planFigureParts } from '../../model/plan-figure-parts.js';
import { checkPlanFigure } from './plan-figures.js';
import { readsOfFigure } from './reads.js';
import { requirement } from './requirements.js';
import { groundOfModel } from './simulations.js';

/** Which actions are best: `optimise plan maximise retained over …`. */
export function checkOptimisation(scope: Scope, declaration: Declaration): Optimisation | null {
  const ground = groundOfModel(scope, declaration);
  const aim = clauseOf(declaration, 'objective');
  const over = clauseOf(declaration, 'over actions');
  const spending = clauseOf(declaration, 'spending');
  const actions = wholes(over?.names ?? [], (word) => scope.demand('action', word));
  if (ground === null || aim === undefined || over === undefined) return null;
  const objective = checkPlanFigure(aim.expression, ground);
  const budget = spending ? budgetOf(scope, spending, ground.own.model) : null;
  const require = wholes(clausesOf(declaration, 'require'), (clause) => requirement(ground, clause));
  if (objective === null || (spending && budget === null) || require === null || actions === null) return null;
  if (objective.type.kind !== 'number')
    return scope.report('B205', objective.span, { found: objective.type.kind, wanted: 'number' });
  if (!actions.some((action) => moves(scope, action, objective))) {
    const data = { objective: scope.text(aim.expression.span), actions: actions.map((action) => action.name) };
    return scope.report('B626', aim.expression.span, data);
  }
  const { span } = declaration;
  const names = actions.map((action) => action.name);
  const { direction } = aim;
  return {
    model: ground.own.model,
    direction,
    objective,
    actions: names,
    budget,
    require,
    span,
    line: scope.line(span),
  };
}

/** A budget by its name, or so much money. */
function budgetOf(scope: Scope, { amount }: ClauseOf<'spending'>, model: string): Optimisation['budget'] {
  const { value } = amount;
  const slot = value.kind === 'name' ? scope.find(value.name) : undefined;
  if (value.kind === 'name' && slot !== 'broken' && slot?.noun === 'budget') {
    const budget = scope.demand('budget', { text: value.name, span: value.span });
    return budget && { kind: 'declared', name: budget.name };
  }
  const money = estimate(scope, amount, `${model}.optimise.budget`, asMoney);
  if (money?.value.eq(0)) scope.report('B629', amount.span, { budget: scope.text(amount.span).trim() });
  return money && { kind: 'money', amount: money };
}

/** Whether taking an action can change a figure: what it costs, or what the figure reads of the rows and values it changes. */
function moves(scope: Scope, action: Action, figure: PlanFigure, seen: ReadonlySet<string> = new Set()): boolean {
  return [...planFigureParts(figure)].some((part) => {
    switch (part.kind) {
      case 'used':
        return action.takes.some((effort) => effort.resource === part.resource);
      case 'planned':
        return movesPlanned(scope, action, part, seen);
      default: {
        const touched = touchedBy(action);
        return [...readsOfFigure(scope, part)].some((read) => touched.has(read));
      }
    }
  });
}

function movesPlanned(
  scope: Scope,
  action: Action,
  part: Extract<PlanFigure, { kind: 'planned' }>,
  seen: ReadonlySet<string>,
): boolean {
  const key = `${part.by} ${part.name} ${part.figure}`;
  if (seen.has(key)) return false;
  const deeper = new Set([...seen, key]);
  switch (part.by) {
    case 'action':
      return part.name === action.name;
    case 'resource':
      return part.figure !== 'headcount' && action.takes.some((effort) => effort.resource === part.name);
    case 'budget':
      return action.costs.some((cost) => cost.category !== null);
    case 'model': {
      const model = scope.get('model', part.name, part.span);
      if (model === null) return true;
      const taken = model.actions === null || model.actions.includes(action.name);
      if (part.figure === action.name) return taken;
      const own = model.flows.find((flow) => flow.name === part.figure);
      if (own) return moves(scope, action, own.amount, deeper);
      const costs = taken && part.figure !== 'benefit' && action.costs.length > 0;
      const oneSide = part.figure === 'cost' || part.figure === 'benefit';
      const flows = oneSide ? model.flows.filter((flow) => flow.kind === part.figure) : model.flows;
      return costs || flows.some((flow) => moves(scope, action, flow.amount, deeper));
    }
    case 'cohort': {
      const cohort = scope.get('cohort', part.name, part.span);
      const figures = [cohort?.size, cohort?.worth].flatMap((one) => one ?? []);
      return figures.some((one) => moves(scope, action, one, deeper));
    }
    case 'funnel': {
      const rows = scope.get('funnel', part.name, part.span)?.rows;
      return rows ? touchedBy(action).has(rows.source) : false;
    }
  }
}

/** The sources and columns that an action changes. */
function touchedBy(action: Action): ReadonlySet<string> {
  return new Set([
    ...action.adds.flatMap((rows) => [rows.source, ...rows.columns.map((column) => `${rows.source}.${column}`)]),
    ...action.sets.map((one) => `${one.source}.${one.column}`),
  ]);
}
