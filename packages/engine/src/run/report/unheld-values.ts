import { notice, type NoticeData } from '../../notices/notice.js';
import { whereOf } from '../../notices/where.js';
import { namedValues, type NamedValue } from '../../plan/named-values.js';
import { aggregate, call, column, descending, isIn, isKnown, literal, operator } from '../../sql/expression.js';
import { output, select, table } from '../../sql/query.js';
import type { Executed } from '../execute.js';

/** On fewer rows nothing follows from a value that none of them has. */
const ENOUGH_ROWS = 100;

/** How alike two texts must be for one to be meant by the other; 1 is the same. */
const ALIKE = 0.7;

/** Values that rules name and no row of the data holds, each with the value that was probably meant. */
export async function unheldValues(run: Executed): Promise<readonly NoticeData[]> {
  const { model } = run.plan;
  const available = new Set(model.sources.filter(({ path }) => path !== null).map(({ name }) => name));
  const groups = new Map<string, NamedValue[]>();
  for (const value of namedValues(model)) {
    const of = `${value.source}.${value.column}`;
    if (available.has(value.source)) groups.set(of, [...(groups.get(of) ?? []), value]);
  }
  const found = await Promise.all([...groups.values()].map((values) => unheld(run, values)));
  return found.flat();
}

async function unheld(run: Executed, values: readonly NamedValue[]): Promise<readonly NoticeData[]> {
  const [first] = values;
  if (first === undefined) return [];
  const from = table(run.sources.tables(first.source));
  const own = column(first.column);
  const texts = [...new Set(values.map(({ text }) => text))];
  const held = await run.database.read(
    select({
      columns: [output(own, 'value')],
      from,
      where: isIn(
        own,
        texts.map((text) => literal(text)),
      ),
      groupBy: [own],
    }),
  );
  const known = new Set(held.texts('value'));
  const lost = values.filter(({ text }) => !known.has(text));
  if (lost.length === 0) return [];
  const rows = await run.database.read(select({ columns: [output(aggregate('count', []), 'rows')], from }));
  const found = await Promise.all(
    lost.map(async (value) => ({ ...value, similar: await nearest(run, first, value.text) })),
  );
  return found
    .filter(({ similar }) => similar !== null || rows.number('rows') >= ENOUGH_ROWS)
    .map(({ source, text, by, span, similar }) =>
      notice('R315', { source, column: first.column, value: text, by, similar }, whereOf(run.plan.model, { span })),
    );
}

async function nearest(run: Executed, { source, column: name }: NamedValue, text: string): Promise<string | null> {
  const own = column(name);
  const closeness = call('jaro_winkler_similarity', own, literal(text));
  const found = await run.database.read(
    select({
      columns: [output(own, 'value'), output(aggregate('count', []), 'count')],
      from: table(run.sources.tables(source)),
      where: operator(isKnown(own), 'and', operator(closeness, '>=', literal(ALIKE))),
      groupBy: [own],
      orderBy: [descending(closeness), descending(column('count'))],
      limit: 1,
    }),
  );
  return found.size === 0 ? null : found.text('value');
}
