import type { Action, SetColumn, Source } from '@benchbook/dsl';
import { sqlType } from '../../data/column-types.js';
import { closure, withDerived, type DerivedColumn } from '../../data/derived-columns.js';
import type { Plan } from '../../plan/plan.js';
import { compile, compileInBase, type Scope } from '../compile-expression.js';
import { all, call, cases, cast, column, isKnown, literal, operator, sum, type SqlExpression } from '../expression.js';
import { named } from '../names.js';
import type { ParameterSheet } from '../parameters.js';
import { join, output, select, subquery, table, union, type Output, type Query, type Relation } from '../query.js';
import { knownOfJudged, relatedScope, sourceScope } from '../scopes.js';
import { acted } from './names.js';
import { writtenRows } from './lacking.js';
import { takenKeys } from './outcomes.js';

/** A source that an action changes. */
export interface Changing {
  readonly action: Action;
  readonly source: Source;
  /** The table or view that its rows stand in before. */
  readonly rows: string;
  /** The columns that are loaded of it. */
  readonly used: ReadonlySet<string>;
  /** The population that the action is on, and the table of its judged entities before any action. */
  readonly plan: Plan;
  readonly judged: string;
  readonly outcome: string;
  readonly lacking: string | null;
  /** Columns that this or an earlier action sets: they are not worked out anew. */
  readonly set: ReadonlySet<string>;
}

/**
 * A source as an action leaves it: rows with what it sets, and below them the rows it adds, with keys that no row of the data can have
 * and the action's name beside them. What a set value reads of its row, it reads as earlier actions left it; what it reads of the
 * entity, as the run before all actions has it. Where several `sets` of one column hold, the first does.
 */
export function changedSource(changing: Changing, parameters: ParameterSheet): Query {
  const { action, source, rows, lacking } = changing;
  const sets = action.sets.filter((one) => one.source === source.name);
  const kept = sets.length === 0 ? select({ every: true, from: table(rows) }) : withSets(changing, sets, parameters);
  const added =
    lacking === null
      ? []
      : action.adds.flatMap((clause, index) =>
          clause.source === source.name ? [addedRows(changing, lacking, index, parameters)] : [],
        );
  return added.length === 0 ? kept : select({ every: true, from: union([kept, ...added], 'rows') });
}

function withSets(changing: Changing, sets: readonly SetColumn[], parameters: ParameterSheet): Query {
  const { source, plan, rows, judged, outcome } = changing;
  const entities = join(
    table(judged, 'judged'),
    'semi',
    subquery(takenKeys(outcome), 'taken'),
    operator(column(named.key, 'judged'), '=', column(named.key, 'taken')),
  );
  const member = subquery(select({ every: true, from: entities }), 'member');
  const scope = relatedScope(plan, source.name, parameters, knownOfJudged(plan));
  const vias = [...new Set(sets.map(({ via }) => via))];
  // Rows may point at an entity in more than one way: one pass for each.
  return vias.reduce<Query>((query, via, index) => {
    const through = column(via ?? source.key ?? '', 'row');
    const own = sets.filter((one) => one.via === via);
    const from = index === 0 ? table(rows, 'row') : subquery(query, 'row');
    const names = [...new Set(own.map((one) => one.column))];
    const stale = derivedFrom(changing, new Set(names), parameters);
    const changed = select({
      every: 'row',
      except: [...names, ...stale.map(({ name }) => name)],
      columns: names.map((name) => setOutput(name, source, own, scope)),
      from: join(from, 'left', member, operator(through, '=', column(named.key, 'member'))),
    });
    return withDerived(changed, stale);
  }, select({}));
}

function setOutput(name: string, source: Source, sets: readonly SetColumn[], scope: Scope): Output {
  const declared = source.columns.find((one) => one.name === name);
  const isOne = isKnown(column(named.key, 'member'));
  const branches = sets
    .filter((set) => set.column === name)
    .map(({ value, where }) => ({
      when: all([isOne, ...(where === null ? [] : [compile(where, scope)])]),
      then: typed(value.type.kind === 'number' ? compileInBase(value, scope) : compile(value, scope), declared),
    }));
  return output(cases(branches, column(name, 'row')), name);
}

function typed(value: SqlExpression, declared: Source['columns'][number] | undefined): SqlExpression {
  return declared === undefined ? value : cast(value, sqlType(declared.type));
}

/** The derived columns that rest on some columns, but for those that are set themselves. */
function derivedFrom(
  { source, plan, used, set }: Changing,
  changed: ReadonlySet<string>,
  parameters: ParameterSheet,
): readonly DerivedColumn[] {
  const derived = derivedColumns(source, plan, used, parameters);
  return derived.filter(({ name }) => {
    const reads = closure([name], derived);
    return !set.has(name) && [...reads].some((one) => one !== name && changed.has(one));
  });
}

function derivedColumns(
  source: Source,
  { model }: Plan,
  used: ReadonlySet<string>,
  parameters: ParameterSheet,
): readonly DerivedColumn[] {
  return source.columns.flatMap(({ name, from }) =>
    from.kind === 'derived' && used.has(name)
      ? [{ name, expression: compile(from.expression, sourceScope(model, parameters)) }]
      : [],
  );
}

function addedRows(changing: Changing, lacking: string, index: number, parameters: ParameterSheet): Query {
  const { action, source, rows, plan, used, outcome } = changing;
  const added = action.adds[index];
  if (added === undefined) throw new Error(`action ${action.name} has no clause ${index + 1}`);
  const asked = select({
    every: 'lacking',
    from: join(
      table(lacking, 'lacking'),
      'semi',
      subquery(takenKeys(outcome), 'taken'),
      operator(column(acted.for, 'lacking'), '=', column(named.key, 'taken')),
    ),
    where: operator(column(acted.clause, 'lacking'), '=', literal(index + 1)),
  });
  const written = join(
    subquery(asked, 'asked'),
    'inner',
    writtenRows(added, source, parameters),
    operator(column(acted.row, 'asked'), '=', column(acted.row, 'written')),
  );
  const key = source.key === null ? null : generatedKey(source, action, rows);
  const query = select({
    columns: [
      ...added.columns.map((name) => output(column(name, 'written'), name)),
      output(column(acted.for, 'asked'), added.via),
      ...(key === null ? [] : [output(key.value, source.key ?? '')]),
      output(literal(action.name), acted.by),
    ],
    from: key?.beside ? join(written, 'inner', key.beside, literal(true)) : written,
  });
  const derived = derivedColumns(source, plan, used, parameters).filter(({ name }) => !added.columns.includes(name));
  const empty = missingInputs(derived, new Set([...added.columns, added.via, source.key ?? '']), source);
  return withDerived(
    empty.length === 0 ? query : select({ every: true, columns: empty, from: subquery(query, 'added') }),
    derived,
  );
}

/** The columns that derivations read and an added row does not set. */
function missingInputs(
  derived: readonly DerivedColumn[],
  set: ReadonlySet<string>,
  { columns }: Source,
): readonly Output[] {
  const names = new Set(derived.map(({ name }) => name));
  const reads = closure(names, derived);
  return columns.flatMap(({ name, type }) =>
    reads.has(name) && !names.has(name) && !set.has(name) ? [output(cast(literal(null), sqlType(type)), name)] : [],
  );
}

/**
 * A key that no row of the data has: a text that begins with a blank, which is trimmed off everything that is read; or a number below
 * all. A key of another kind is missing.
 */
function generatedKey(
  source: Source,
  { name }: Action,
  rows: string,
): { readonly value: SqlExpression; readonly beside: Relation | null } {
  const type = source.columns.find((one) => one.name === source.key)?.type;
  switch (type?.kind) {
    case 'text':
      return {
        value: call(
          'concat_ws',
          literal(' '),
          literal(''),
          literal(name),
          call('concat', column(acted.clause, 'asked'), literal('.'), column(acted.row, 'asked')),
          column(acted.for, 'asked'),
        ),
        beside: null,
      };
    case 'count':
    case 'number':
    case 'percent':
    case 'money': {
      const least = call('min', column(source.key ?? ''));
      const floor = select({ columns: [output(call('least', least, literal(0)), 'floor')], from: table(rows) });
      return {
        value: cast(sum([column('floor', 'least'), negative(column(acted.number, 'asked'))]), sqlType(type)),
        beside: subquery(floor, 'least'),
      };
    }
    default:
      return { value: cast(literal(null), type === undefined ? 'VARCHAR' : sqlType(type)), beside: null };
  }
}

const negative = (value: SqlExpression): SqlExpression => operator(literal(0), '-', value);
