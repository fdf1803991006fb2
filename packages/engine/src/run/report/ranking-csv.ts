import { STATES } from '../../results.js';
import {
  all,
  ascending,
  call,
  cases,
  cast,
  column,
  isIn,
  isNull,
  literal,
  operator,
  type SqlExpression,
} from '../../sql/expression.js';
import type { ParameterSheet } from '../../sql/parameters.js';
import { output, select, subquery, type Query } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { rankedQuery, type RankedColumn } from './ranking.js';

/** What begins a formula where a table is opened as a spreadsheet. */
const FORMULA_SIGNS = ['=', '+', '-', '@', '\t', '\r'];
/** Whole numbers up to here are exact. */
const EXACT = 2 ** 53;
/** Enough for what was computed, and without the last digits that computing leaves: 15.999999999999998 is 16. */
const COMPUTED_DIGITS = 12;
/** A number of up to so many digits is written as the source had it. */
const READ_DIGITS = 15;

/** The ranked table for a person's spreadsheet: words for states, numbers without noise, no cell that is a formula. */
export function csvQuery(run: Executed): { query: Query; parameters: ParameterSheet } {
  const { query, parameters, columns } = rankedQuery(run);
  const [score] = columns.filter(({ role }) => role === 'score');
  return {
    parameters,
    query: select({
      columns: columns.map((each) => output(cell(each, score?.name ?? null), each.name)),
      from: subquery(query, 'ranked'),
      orderBy: [ascending(column('rank', 'ranked'))],
    }),
  };
}

function cell({ name, role }: RankedColumn, score: string | null): SqlExpression {
  const value = column(name, 'ranked');
  switch (role) {
    case 'rank':
      // Without a score there is no place in the ranking, only an end of the list.
      return score === null ? value : cases([{ when: isNull(column(score, 'ranked')), then: literal(null) }], value);
    case 'count':
      return value;
    case 'state':
      return cases(
        STATES.map((state, index) => ({ when: operator(value, '=', literal(index)), then: literal(state) })),
      );
    case 'number':
      return written(value, READ_DIGITS);
    case 'metric':
    case 'threshold':
    case 'shortfall':
    case 'score':
      return written(value, COMPUTED_DIGITS);
    case 'key':
    case 'name':
    case 'dimension':
    case 'level':
    case 'tier':
      return cases(
        [
          {
            when: isIn(
              call('left', value, literal(1)),
              FORMULA_SIGNS.map((sign) => literal(sign)),
            ),
            then: operator(literal("'"), '||', value),
          },
        ],
        value,
      );
  }
}

function written(value: SqlExpression, digits: number): SqlExpression {
  const whole = all([operator(value, '=', call('trunc', value)), operator(call('abs', value), '<', literal(EXACT))]);
  return cases(
    [{ when: whole, then: cast(cast(value, 'BIGINT'), 'VARCHAR') }],
    call('printf', literal(`%.${digits}g`), value),
  );
}
