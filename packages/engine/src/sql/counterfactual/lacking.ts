import type { Action, AddedRows, Constant, Source } from '@benchbook/dsl';
import { sqlType } from '../../data/column-types.js';
import { compileConstant } from '../compile-constant.js';
import { all, ascending, cast, column, literal, operator, window, type SqlExpression } from '../expression.js';
import { named } from '../names.js';
import type { ParameterSheet } from '../parameters.js';
import {
  join,
  output,
  select,
  subquery,
  table,
  union,
  type Query,
  type Relation,
  type SourceTables,
} from '../query.js';
import { acted } from './names.js';

/**
 * The rows that an action adds for each of those who are eligible: with `if absent` only those that the entity lacks, and no more than
 * its limit for one entity, in the order in which they are written. One row each, that names the clause and its row.
 *
 * @param eligible a table with the keys
 * @param limit rows for one entity; null: all
 */
export function lackingRows(
  { adds }: Action,
  eligible: string,
  sources: (name: string) => Source,
  tables: SourceTables,
  parameters: ParameterSheet,
  limit: number | null,
): Query {
  const lacking = union(
    adds.map((added, index) => lackingOf(added, index + 1, eligible, sources(added.source), tables, parameters)),
    'lacking',
  );
  const written = [ascending(column(acted.clause)), ascending(column(acted.row))];
  const ordered = select({
    every: true,
    columns: [
      output(window('row_number', [], { order: [ascending(column(acted.for)), ...written] }), acted.number),
      output(window('row_number', [], { partition: [column(acted.for)], order: written }), 'nth'),
    ],
    from: lacking,
  });
  return select({
    every: true,
    except: ['nth'],
    from: subquery(ordered, 'ordered'),
    where: limit === null ? null : operator(column('nth'), '<=', parameters.add(limit, 'BIGINT')),
  });
}

function lackingOf(
  added: AddedRows,
  clause: number,
  eligible: string,
  source: Source,
  tables: SourceTables,
  parameters: ParameterSheet,
): Query {
  const asked = join(table(eligible, 'entity'), 'inner', writtenRows(added, source, parameters), literal(true));
  const has = all([
    operator(column(added.via, 'row'), '=', column(named.key, 'entity')),
    ...added.columns.map((name) => operator(column(name, 'row'), 'is not distinct from', column(name, 'written'))),
  ]);
  return select({
    columns: [
      output(column(named.key, 'entity'), acted.for),
      output(literal(clause), acted.clause),
      output(column(acted.row, 'written'), acted.row),
    ],
    from: added.absent ? join(asked, 'anti', table(tables(added.source), 'row'), has) : asked,
  });
}

/** What an `adds` clause writes, typed as its source declares, with the number of each row; called `written`. */
export function writtenRows({ columns, rows }: AddedRows, source: Source, parameters: ParameterSheet): Relation {
  const typed = columns.map((name) => {
    const declared = source.columns.find((one) => one.name === name);
    return output(declared === undefined ? column(name) : cast(column(name), sqlType(declared.type)), name);
  });
  const values: Relation = {
    kind: 'values',
    as: 'values',
    columns: [acted.row, ...columns],
    rows: rows.map((row, index) => [literal(index + 1), ...row.map((cell) => constantOf(cell, parameters))]),
  };
  return subquery(select({ columns: [output(column(acted.row), acted.row), ...typed], from: values }), 'written');
}

function constantOf(cell: Constant | null, parameters: ParameterSheet): SqlExpression {
  return cell === null ? literal(null) : compileConstant(cell, null, { parameters });
}
