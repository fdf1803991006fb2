import type { Alias, Column } from '@benchbook/dsl';
import {
  all,
  call,
  cases,
  cast,
  column,
  isIn,
  isKnown,
  isNull,
  literal,
  not,
  operator,
  type SqlExpression,
} from '../sql/expression.js';
import { output, type Output, type Query, select, subquery } from '../sql/query.js';
import { sqlType } from './column-types.js';
import { trimmed } from './padding.js';
import type { RawColumn, RawTable } from './raw-table.js';
import { familyOf, readTyped } from './read-typed.js';
import { asItIs, type Reading } from './reading.js';

/** A declared column and where its cells come from; null when it has none. */
export interface StagedColumn {
  readonly column: Column;
  readonly raw: RawColumn | null;
  readonly aliases: readonly Alias[];
  /** Known to hold no blank, no padding and no text that stands for a missing value. */
  readonly clean: boolean;
}

/** The text of a cell that could not be read; NULL elsewhere. */
export const unreadable = (name: string): string => `${name}!`;
/** True where an alias replaced the value; NULL elsewhere. */
export const replaced = (name: string): string => `${name}~`;
/** The row's number in the file, from 0, where the file gives one. */
export const POSITION = '#';
const cellOf = (name: string): string => `${name}?`;

/**
 * From a file's rows to typed columns, with what could not be read beside them: trim, blank out, parse, settle, rename.
 * Each step is a SELECT of its own, so that a value is worked out once.
 */
export function stageQuery(raw: RawTable, columns: readonly StagedColumn[], missing: readonly string[]): Query {
  const position = raw.position === null ? [] : [output(raw.position, POSITION)];
  const trimmed = select({ columns: [...columns.map(trim), ...position], from: raw.relation });
  const steps: ((staged: StagedColumn) => readonly Output[])[] = [blankOut(missing), parse, settle, rename];
  return steps.reduce((query, step) => {
    const kept = raw.position === null ? [] : [output(column(POSITION), POSITION)];
    return select({ columns: [...columns.flatMap(step), ...kept], from: subquery(query, 'step') });
  }, trimmed);
}

function isText({ raw }: StagedColumn): boolean {
  return raw !== null && familyOf(raw.type) === 'text';
}

function trim(staged: StagedColumn): Output {
  const { name, type } = staged.column;
  if (staged.raw === null) return output(cast(literal(null), sqlType(type)), cellOf(name));
  const cell = column(staged.raw.name);
  const padded = isText(staged) && !staged.clean;
  return output(padded ? trimmed(cast(cell, 'VARCHAR')) : cell, cellOf(name));
}

function blankOut(missing: readonly string[]): (staged: StagedColumn) => readonly Output[] {
  const blanks = [literal(''), ...missing.map((text) => literal(text.trim()))];
  return (staged) => {
    const cell = column(cellOf(staged.column.name));
    if (isText(staged) && !staged.clean)
      return [output(cases([{ when: not(isIn(cell, blanks)), then: cell }]), cellOf(staged.column.name))];
    // Tools that have no missing number write one that is none.
    const float = staged.raw !== null && familyOf(staged.raw.type) === 'float';
    const known = float ? cases([{ when: not(call('isnan', cell)), then: cell }]) : cell;
    return [output(known, cellOf(staged.column.name))];
  };
}

function parse(staged: StagedColumn): readonly Output[] {
  const { name } = staged.column;
  const cell = column(cellOf(name));
  return [output(readingOf(staged).parse(cell), name), output(cell, cellOf(name))];
}

function settle(staged: StagedColumn): readonly Output[] {
  const { name } = staged.column;
  return [output(readingOf(staged).settle(column(name)), name), output(column(cellOf(name)), cellOf(name))];
}

function rename(staged: StagedColumn): readonly Output[] {
  const { name } = staged.column;
  const value = column(name);
  const outputs = [output(aliased(value, staged.aliases), name)];
  if (canFail(staged)) outputs.push(output(failed(value, column(cellOf(name))), unreadable(name)));
  if (staged.aliases.length > 0) outputs.push(output(touched(value, staged.aliases), replaced(name)));
  return outputs;
}

/** Whether a cell may turn out to be unreadable: text is always text. */
export function canFail({ column: { type }, raw }: StagedColumn): boolean {
  return raw !== null && type.kind !== 'text';
}

function failed(value: SqlExpression, cell: SqlExpression): SqlExpression {
  return cases([{ when: all([isNull(value), isKnown(cell)]), then: cast(cell, 'VARCHAR') }]);
}

function aliased(value: SqlExpression, aliases: readonly Alias[]): SqlExpression {
  return cases(
    aliases.map(({ from, to }) => ({ when: operator(value, '=', literal(from.trim())), then: literal(to.trim()) })),
    value,
  );
}

function touched(value: SqlExpression, aliases: readonly Alias[]): SqlExpression {
  return cases([
    {
      when: isIn(
        value,
        aliases.map(({ from }) => literal(from.trim())),
      ),
      then: literal(true),
    },
  ]);
}

/** How the column is read. @throws TypeError when it cannot be: ask `readTyped` beforehand */
function readingOf({ column: { name, type }, raw }: StagedColumn): Reading {
  if (raw === null) return { parse: asItIs, settle: asItIs };
  const reading = readTyped(type, familyOf(raw.type));
  if (!reading) throw new TypeError(`column ${name} cannot be read from ${raw.type}`);
  return reading;
}
