import type { Figure } from '@benchbook/dsl';
import Big from 'big.js';
import { asDouble, compile, isDecimal } from '../sql/compile-expression.js';
import {
  aggregate,
  ascending,
  call,
  column,
  descending,
  isKnown,
  literal,
  operator,
  tryCast,
} from '../sql/expression.js';
import { all, window, type SqlExpression } from '../sql/expression.js';
import { judgedScope } from '../sql/judged-scope.js';
import { named } from '../sql/names.js';
import { ParameterSheet } from '../sql/parameters.js';
import { output, select, subquery, table, type Query } from '../sql/query.js';
import type { Executed } from './execute.js';
import type { FigureValue } from './figure-value.js';

type Concentration = Extract<Figure, { kind: 'concentration' }>;

/**
 * How unevenly something is spread: the share of the n largest (CR_n), the sum of squared shares (Herfindahl and Hirschman), or the
 * Gini coefficient, 2 Σ i·xᵢ / (n Σ x) − (n + 1)/n with x in rising order. Null where there is nothing to share, or something below zero.
 */
export async function concentration(figure: Concentration, run: Executed): Promise<FigureValue | null> {
  const parameters = new ParameterSheet();
  const shared = ranked(holders(figure, run, parameters));
  const all = await read(run, totals(shared), parameters);
  const [count, total, least] = ['count', 'total', 'least'].map((name) => all.numbers(name)[0] ?? null);
  if (count == null || total == null || least == null || total <= 0 || least < 0) return null;
  const columns = [output(measured(figure, count, total, parameters), 'value')];
  const found = await read(run, select({ columns, from: subquery(shared, 'shared') }), parameters);
  const value = found.numbers('value')[0] ?? null;
  if (value === null) return null;
  if (figure.name === 'top_share') return { numerator: new Big(value), denominator: new Big(total) };
  if (figure.name === 'herfindahl') return { numerator: new Big(value), denominator: new Big(1) };
  return { numerator: new Big(2 * value - (count + 1)), denominator: new Big(count) };
}

function read(run: Executed, query: Query, parameters: ParameterSheet): ReturnType<Executed['database']['read']> {
  return run.database.read(query, parameters.values);
}

/** Who holds how much: the entities, or the groups they make. Ties are broken by the key, or by the group. */
function holders({ of, by, where }: Concentration, run: Executed, parameters: ParameterSheet): Query {
  const scope = judgedScope(run.plan, parameters);
  const value = compile(of, scope);
  const amount = isDecimal(of) ? value : tryCast(asDouble(value), 'DECIMAL(38,12)');
  const kept = [isKnown(value), ...(where === null ? [] : [compile(where, scope)])];
  const from = table(run.scored.table);
  if (by === null)
    return select({ columns: [output(amount, 'amount'), output(column(named.key), 'holder')], from, where: all(kept) });
  const holder = compile(by, scope);
  return select({
    columns: [output(aggregate('sum', [amount]), 'amount'), output(holder, 'holder')],
    from,
    where: all([...kept, isKnown(holder)]),
    groupBy: [holder],
  });
}

function ranked(query: Query): Query {
  const [amount, holder] = [column('amount'), column('holder')];
  return select({
    every: true,
    columns: [
      output(window('row_number', [], { order: [descending(amount), ascending(holder)] }), 'from_top'),
      output(window('row_number', [], { order: [ascending(amount), ascending(holder)] }), 'from_bottom'),
    ],
    from: subquery(query, 'holders'),
  });
}

function totals(query: Query): Query {
  return select({
    columns: [
      output(aggregate('count', []), 'count'),
      output(asDouble(aggregate('sum', [column('amount')])), 'total'),
      output(asDouble(aggregate('min', [column('amount')])), 'least'),
    ],
    from: subquery(query, 'shared'),
  });
}

/** Shares are small and many: thirty digits of their squares add up without a loss, in any order. */
function measured(
  { name, top }: Concentration,
  count: number,
  total: number,
  parameters: ParameterSheet,
): SqlExpression {
  const amount = column('amount');
  const share = operator(asDouble(amount), '/', parameters.add(total, 'DOUBLE'));
  if (name === 'herfindahl')
    return asDouble(aggregate('sum', [tryCast(operator(share, '*', share), 'DECIMAL(38,30)')]));
  if (name === 'gini')
    return asDouble(aggregate('sum', [tryCast(operator(column('from_bottom'), '*', share), 'DECIMAL(38,20)')]));
  const cut = parameters.add(cutOf(top, count), 'BIGINT');
  const largest = aggregate('sum', [amount], { where: operator(column('from_top'), '<=', cut) });
  return asDouble(call('coalesce', largest, literal(0)));
}

/** So many, or a share of all, rounded up in exact arithmetic. */
function cutOf(top: Concentration['top'], count: number): number {
  if (top === null) return count;
  return top.kind === 'rows' ? top.amount.value.toNumber() : top.amount.value.times(count).round(0, 3).toNumber();
}
