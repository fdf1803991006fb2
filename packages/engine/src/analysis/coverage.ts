import type { DecisionTable, Model, Span } from '@benchbook/dsl';
import type { TableHits, TableNoun } from '../results.js';
import { headerText } from '../run/rule-row.js';
import type { CoveredRow, CoveredTable, Coverage, Language } from '../workbook-types.js';
import { whereOf } from '../notices/where.js';
import type { DataError } from '../notices/notice.js';
import { toNotice } from '../notices/notice.js';

/** What one run used, of a population over the data or of a test on its own rows. */
export interface Used {
  readonly by: 'population' | 'test';
  readonly name: string;
  readonly tables: readonly TableHits[];
}

/** Sets the hits of many runs beside the rows of the rulebook's decision tables, used or not. */
export function coverageOf(model: Model, used: readonly Used[], lost: DataError | null, language: Language): Coverage {
  const tables = decisionTables(model).map((declared) => coveredTable(model, declared, used));
  const names = (by: Used['by']): readonly string[] => [
    ...new Set(used.flatMap((each) => (each.by === by ? [each.name] : []))),
  ];
  return {
    tables,
    rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    hit: tables.reduce((sum, { hit }) => sum + hit, 0),
    populations: names('population'),
    tests: names('test'),
    problems: lost === null ? [] : lost.notices.map((found) => toNotice(found, language)),
  };
}

interface Declared {
  readonly noun: TableNoun;
  readonly name: string;
  readonly label: string | null;
  readonly span: Span;
  readonly line: number;
  readonly table: DecisionTable<unknown>;
}

/** Every decision table of a model, in the order of the text. */
function decisionTables(model: Model): readonly Declared[] {
  const of = (noun: TableNoun, declared: readonly Omit<Declared, 'noun'>[]): readonly Declared[] =>
    declared.map(({ name, label, span, line, table }) => ({ noun, name, label, span, line, table }));
  return [
    ...of('band', model.bands),
    ...of('table', model.lookups),
    ...of('context', model.contexts),
    ...of('benchmark', model.benchmarks),
    ...of('waiver', model.waivers),
    ...of('level', model.levels),
    ...of('tier', model.tiers),
  ].sort((one, other) => one.span.start - other.span.start);
}

function coveredTable(model: Model, declared: Declared, used: readonly Used[]): CoveredTable {
  const { noun, name, label, table } = declared;
  const hits = used.flatMap(({ by, name: user, tables }) =>
    tables.filter((each) => each.noun === noun && each.name === name).map((each) => ({ by, user, hits: each.hits })),
  );
  const rows = table.rows.map((row, index): CoveredRow => {
    const counted = (by: Used['by']): Readonly<Record<string, number>> => {
      const counts: Record<string, number> = {};
      for (const each of hits) {
        const found = each.by === by ? (each.hits[index] ?? 0) : 0;
        if (found > 0) counts[each.user] = (counts[each.user] ?? 0) + found;
      }
      return counts;
    };
    return { text: row.text, ...whereOf(model, row), populations: counted('population'), tests: counted('test') };
  });
  return {
    noun,
    name,
    label,
    ...whereOf(model, declared),
    header: headerText(model, table),
    rows,
    hit: rows.filter(isUsed).length,
  };
}

/** Whether any data or any test has used a row. */
export function isUsed({ populations, tests }: CoveredRow): boolean {
  return Object.keys(populations).length + Object.keys(tests).length > 0;
}
