import { all, cases, cast, column, isKnown, isNull, literal, operator, tryCast } from '../sql/expression.js';
import { aggregate } from '../sql/expression.js';
import { output, type Query, select, subquery } from '../sql/query.js';
import { MONEY } from './column-types.js';
import type { DerivedColumn } from './derived-columns.js';
import type { Loading } from './loading.js';
import { over, type StagedRows } from './staged-rows.js';

/** True where an amount has no rate on its day; NULL elsewhere. */
const unrated = (name: string): string => `${name}%`;

/** Wide enough for any amount times any rate: 38 digits, 12 of them behind the point. */
const AMOUNT = 'DECIMAL(20,4)';
const RATE = 'DECIMAL(18,8)';

/** Amounts times the rate of their row; where there is none, they are missing, and marked. */
export function withRates(query: Query, rates: readonly DerivedColumn[]): Query {
  if (rates.length === 0) return query;
  return select({
    every: true,
    except: rates.map(({ name }) => name),
    columns: rates.flatMap(({ name, expression }) => {
      const rate = cast(expression, RATE);
      const isLost = all([isKnown(column(name)), isNull(rate)]);
      return [
        output(tryCast(operator(cast(column(name), AMOUNT), '*', rate), MONEY), name),
        output(cases([{ when: isLost, then: literal(true) }]), unrated(name)),
      ];
    }),
    from: subquery(query, 'amounts'),
  });
}

/** Says how many amounts have no rate. */
export async function noteUnrated(loading: Loading, rows: StagedRows, rates: readonly DerivedColumn[]): Promise<void> {
  if (rates.length === 0) return;
  const { database, source, options } = loading;
  const columns = rates.map(({ name }) => output(aggregate('count', [column(unrated(name))]), name));
  const counts = await database.read(over(rows, { columns }), {}, options);
  for (const { name } of rates) {
    const count = counts.number(name);
    const declared = source.columns.find((one) => one.name === name);
    if (count === 0 || declared?.type.kind !== 'money' || declared.type.converted?.kind !== 'table') continue;
    const { table, on } = declared.type.converted;
    loading.say('R341', { column: `${source.name}.${name}`, table, on, count }, { line: declared.line, count });
  }
}
