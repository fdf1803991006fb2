import { printPath } from '../../model/path.js';
import type { Action, ActionCost, ActionLimit, Effort, Shared } from '../../model/planning/action.js';
import type { Population, Source } from '../../model/model.js';
import { COUNT, countOf, duration } from '../../model/units.js';
import { clauseOf, clausesOf } from '../../syntax/clauses.js';
import type { ClauseOf, Declaration, Word } from '../../syntax/nodes.js';
import { declared } from '../declared.js';
import { checkCondition, groundOn } from '../expression.js';
import { topOf } from '../populations.js';
import { optional, wholes } from '../whole.js';
import type { Scope } from '../scope.js';
import { addedRows } from './added-rows.js';
import { categoryNamed } from './categories.js';
import { entityWords } from './entity-words.js';
import { asCount, asDuration, asShare, estimate } from './estimates.js';
import { asMoney, oneCurrency, withoutEntity } from './money.js';
import { momentOf } from './moments.js';
import { setColumn } from './set-columns.js';

/** What the clauses of one action are about. */
export interface ActionGround {
  readonly scope: Scope;
  readonly name: string;
  readonly population: Population;
  readonly source: Source;
}

export function checkAction(scope: Scope, declaration: Declaration, name: Word): Action | null {
  const on = clauseOf(declaration, 'on');
  const population = on && scope.demand('population', on.name);
  const source = population && scope.get('source', population.source, on.name.span);
  if (!population || !source) return null;
  const ground: ActionGround = { scope, name: name.text, population, source };
  const who = eligible(ground, declaration);
  const costs = wholes(clausesOf(declaration, 'cost'), (clause, index) => cost(ground, clause, index));
  const takes = wholes(clausesOf(declaration, 'takes'), (clause) => effort(ground, clause));
  const limits = wholes(clausesOf(declaration, 'at most'), (clause, index) => limit(ground, clause, index));
  const adds = wholes(clausesOf(declaration, 'adds'), (clause) => addedRows(ground, clause));
  const sets = wholes(clausesOf(declaration, 'sets'), (clause) => setColumn(ground, clause));
  const time = timing(ground, declaration);
  const after = wholes(clauseOf(declaration, 'after')?.names ?? [], (word) => scope.demand('action', word)?.name);
  if (!who || !costs || !takes || !limits || !adds || !sets || !time || !after) return null;
  const amounts = costs.map(({ amount }) => amount);
  if (amounts.length > 0 && oneCurrency(scope, amounts) === null) return null;
  const common = declared(scope, declaration, name);
  return { ...common, population: population.name, ...who, adds, sets, costs, takes, ...time, limits, after };
}

/** `where …` and `top 50 by …`, as the run before the action sees everybody. */
function eligible(
  { scope, name, source }: ActionGround,
  declaration: Declaration,
): Pick<Action, 'where' | 'top'> | null {
  const rows = groundOn(scope, source, true);
  const where = optional(clauseOf(declaration, 'where'), ({ condition }) => checkCondition(condition, rows));
  const top = optional(clauseOf(declaration, 'top'), (clause) => topOf(clause, rows, name));
  return where === undefined || top === undefined ? null : { where, top };
}

/** `sponsor.cost`, and `sponsor[2].cost` for the second. */
const numbered = (name: string, index: number, column: string): string =>
  printPath({ name, key: index === 0 ? null : [String(index + 1)], members: [column] });
const shared = (all: boolean): Shared => (all ? 'all' : 'each');
const wordsOf = ({ source, population }: ActionGround): readonly string[] => entityWords(source.name, population.name);

function cost(ground: ActionGround, clause: ClauseOf<'cost'>, index: number): ActionCost | null {
  const { scope } = ground;
  const each = withoutEntity(scope, clause.amount, wordsOf(ground));
  const amount = each && estimate(scope, each.node, numbered(ground.name, index, 'cost'), asMoney);
  if (!amount) return null;
  if (each.each && clause.all) return scope.report('B635', clause.span, { first: 'per', second: 'in all' });
  const category = clause.category ? categoryNamed(scope, clause.category) : null;
  if (clause.category && category === null) return null;
  return { amount, of: shared(clause.all), category, span: clause.span };
}

/** `0.02 managers for 3 months`, `3 days of managers`. */
function effort(ground: ActionGround, clause: ClauseOf<'takes'>): Effort | null {
  const { scope, name } = ground;
  const each = withoutEntity(scope, { ...clause.amount, per: [...clause.amount.per, ...clause.per] }, wordsOf(ground));
  const resource = scope.demand('resource', clause.resource);
  if (each === null || resource === null) return null;
  const path = (column: string): string => printPath({ name, key: [resource.name], members: [column] });
  const amount = estimate(scope, each.node, path('takes'), (_, written) =>
    written.unit.kind === 'duration' ? asDuration(scope, written) : asCount(countOf(resource.name))(scope, written),
  );
  const lasting = clause.duration && estimate(scope, clause.duration, path('for'), asDuration);
  if (amount === null || (clause.duration && lasting === null)) return null;
  if (each.each && clause.all) return scope.report('B635', clause.span, { first: 'per', second: 'in all' });
  if (amount.unit.kind === 'duration' && resource.capacity?.unit.dimension.days !== 1)
    return scope.report('B631', clause.amount.span, { resource: resource.name });
  return { resource: resource.name, amount, of: shared(clause.all), duration: lasting, span: clause.span };
}

/** `2 per account`, `50 in all`, `10 per month`; a bare number is per account. */
function limit(ground: ActionGround, clause: ClauseOf<'at most'>, index: number): ActionLimit | null {
  const { scope, name } = ground;
  const each = withoutEntity(scope, clause.amount, wordsOf(ground));
  if (each === null) return null;
  const { value, per } = each.node;
  const word = (value.kind === 'number' ? value.per : null) ?? per[0]?.text ?? null;
  const bare = { ...each.node, value: value.kind === 'number' ? { ...value, per: null } : value, per: [] };
  const amount = estimate(scope, bare, numbered(name, index, 'at_most'), asCount(COUNT));
  if (amount === null) return null;
  const said = [each.each, word !== null, clause.all].filter((one) => one).length;
  if (said > 1) return scope.report('B635', clause.span, { first: 'per', second: clause.all ? 'in all' : 'per' });
  const { span } = clause;
  if (word !== null) return { amount, per: duration(word) ?? 'entity', span };
  return { amount, per: clause.all ? 'all' : 'entity', span };
}

type When = Pick<Action, 'starts' | 'lasts' | 'ramp' | 'chance'>;

function timing({ scope, name }: ActionGround, declaration: Declaration): When | null {
  const time = (kind: 'lasts' | 'ramp') =>
    optional(clauseOf(declaration, kind), ({ duration }) => estimate(scope, duration, `${name}.${kind}`, asDuration));
  const starts = optional(clauseOf(declaration, 'starts'), ({ moment }) => momentOf(scope, moment, `${name}.starts`));
  const [lasts, ramp] = [time('lasts'), time('ramp')];
  const chance = optional(clauseOf(declaration, 'chance'), (clause) =>
    estimate(scope, clause.chance, `${name}.chance`, asShare),
  );
  if (starts === undefined || lasts === undefined || ramp === undefined || chance === undefined) return null;
  return { starts, lasts, ramp, chance };
}
