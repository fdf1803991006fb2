import type { ColumnType } from '@benchbook/dsl';
import { call, cases, cast, isIn, literal, not, type SqlExpression, tryCast } from '../sql/expression.js';
import { currencySigns } from './currency-signs.js';
import {
  asItIs,
  hundredth,
  moneyDecimals,
  onlyIf,
  type Reading,
  settleCount,
  settleMoney,
  settleNumber,
} from './reading.js';

/** How each type is read from text. */
export function readText(type: ColumnType): Reading {
  switch (type.kind) {
    case 'text':
      return { parse: asItIs, settle: asItIs };
    case 'count':
      return { parse: number, settle: settleCount };
    case 'number':
      return { parse: number, settle: settleNumber };
    case 'percent':
      return { parse: percent(type.inPoints), settle: settleNumber };
    case 'money':
      return { parse: money(type), settle: settleMoney(type) };
    case 'date':
      return { parse: type.format === null ? isoDate : date(type.format), settle: asItIs };
    case 'boolean':
      return { parse: truth, settle: asItIs };
  }
}

const text = (value: string): SqlExpression => literal(value);
const matches = (value: SqlExpression, pattern: string): SqlExpression =>
  call('regexp_full_match', value, text(pattern));

/** Without the commas of "1,200", which must stand where thousands do. */
function plain(cell: SqlExpression): SqlExpression {
  const grouped = onlyIf(
    matches(cell, '[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]*)?'),
    call('replace', cell, text(','), text('')),
  );
  return cases([{ when: call('contains', cell, text(',')), then: grouped }], cell);
}

function number(cell: SqlExpression): SqlExpression {
  return tryCast(plain(cell), 'DOUBLE');
}

/** "12%" is 0.12 wherever it stands; a bare 12 is 0.12 only where the column is in points. */
function percent(inPoints: boolean): (cell: SqlExpression) => SqlExpression {
  return (cell) => {
    const signed = matches(cell, '.*[%％]');
    const bare = number(cell);
    return cases(
      [{ when: signed, then: hundredth(plain(call('rtrim', cell, text('%％ ')))) }],
      inPoints ? hundredth(plain(cell)) : bare,
    );
  };
}

/** Exact: more decimals than are kept make it unreadable rather than rounded. */
function money(type: ColumnType & { kind: 'money' }): (cell: SqlExpression) => SqlExpression {
  const decimals = moneyDecimals(type);
  const signs = currencySigns(type.converted?.from ?? type.currency);
  return (cell) => {
    const before = call('regexp_replace', cell, text(`^([+-]?)\\s*(?:${signs})\\s*`), text('\\1'));
    const bare = call('regexp_replace', before, text(`\\s*(?:${signs})$`), text(''));
    const amount = plain(cases([{ when: matches(cell, '[0-9+-].*[0-9.]|[0-9]'), then: cell }], bare));
    const tooFine = call('regexp_matches', amount, text(`[.][0-9]{${decimals}}[0-9]*[1-9]`));
    return onlyIf(not(tooFine), tryCast(amount, `DECIMAL(18,${decimals})`));
  };
}

/** A day, or a moment of which the day is kept. Checked first, as DuckDB would take 01/05/24 for the year 1. */
function isoDate(cell: SqlExpression): SqlExpression {
  return onlyIf(matches(cell, '[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}([T ].*)?'), tryCast(cell, 'DATE'));
}

/** In the declared format; a time of day may follow it. */
function date(format: string): (cell: SqlExpression) => SqlExpression {
  const read = (cell: SqlExpression): SqlExpression => call('try_strptime', cell, text(format));
  const day = (cell: SqlExpression): SqlExpression => call('split_part', cell, text(' '), literal(1));
  return (cell) => cast(format.includes(' ') ? read(cell) : read(day(cell)), 'DATE');
}

function truth(cell: SqlExpression): SqlExpression {
  const one = (...words: string[]): SqlExpression => isIn(call('lower', cell), words.map(text));
  return cases([
    { when: one('true', 'yes', 'y', 't', '1', '是'), then: literal(true) },
    { when: one('false', 'no', 'n', 'f', '0', '否'), then: literal(false) },
  ]);
}
