import type { Column, ColumnFacts, Source, Spread, ValueCount } from '@benchbook/dsl';
import type { LoadedSource } from '../data/loaded-source.js';
import type { Database } from '../database/database.js';
import { asDouble } from '../sql/compile-expression.js';
import {
  aggregate,
  ascending,
  call,
  cast,
  column,
  descending,
  isKnown,
  literal,
  type SqlExpression,
} from '../sql/expression.js';
import { output, select, table } from '../sql/query.js';
import { spreadOf, type Read } from './spread.js';

/** Values that come along of each column. */
const MOST_VALUES = 200;

/** The values of every column of a source that a run reads. */
export async function columnFacts(
  database: Database,
  source: Source,
  loaded: LoadedSource,
): Promise<Readonly<Record<string, ColumnFacts>>> {
  const read: Read = (query) => database.read(select({ from: table(loaded.table), ...query }));
  const columns = source.columns.filter(({ name }) => loaded.columns.includes(name));
  if (columns.length === 0) return {};
  const counted = await read({
    columns: columns.flatMap(({ name }) => [
      output(aggregate('count', [column(name)]), `known ${name}`),
      output(aggregate('count', [column(name)], { distinct: true }), `distinct ${name}`),
    ]),
  });
  const facts: Record<string, ColumnFacts> = {};
  for (const one of columns) {
    const known = counted.number(`known ${one.name}`);
    const distinct = counted.number(`distinct ${one.name}`);
    facts[one.name] = {
      missing: loaded.rows - known,
      distinct,
      top: isListed(one, known, distinct) ? await topValues(read, one.name) : [],
      spread: await spread(read, one),
    };
  }
  return facts;
}

/** A column of numbers is shown by its spread, one of keys by nothing: hardly any value comes twice. */
function isListed({ type }: Column, known: number, distinct: number): boolean {
  const isText = type.kind === 'text' || type.kind === 'boolean';
  return isText && (distinct <= MOST_VALUES || distinct <= known / 2);
}

async function topValues(read: Read, name: string): Promise<readonly ValueCount[]> {
  const own = column(name);
  const found = await read({
    columns: [output(cast(own, 'VARCHAR'), 'value'), output(aggregate('count', []), 'count')],
    where: isKnown(own),
    groupBy: [own],
    orderBy: [descending(column('count')), ascending(column('value'))],
    limit: MOST_VALUES,
  });
  return found.texts('value').map((value, row) => ({ value: value ?? '', count: found.number('count', row) }));
}

const ORIGIN = '1970-01-01';
const DAY = 86_400_000;

async function spread(read: Read, { name, type }: Column): Promise<Spread | null> {
  if (type.kind === 'text' || type.kind === 'boolean') return null;
  if (type.kind !== 'date') return spreadOf(read, asDouble(column(name)));
  const days: SqlExpression = call('date_diff', literal('day'), cast(literal(ORIGIN), 'DATE'), column(name));
  return spreadOf(read, asDouble(days), (day) => new Date(Math.floor(day) * DAY).toISOString().slice(0, 10));
}
