import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column, ColumnType, Model, Source } from '@benchbook/dsl';
import Big from 'big.js';
import { onTestFinished } from 'vitest';
import { loadSources, type LoadOptions } from '../../src/data/load.js';
import type { LoadedSource, LoadedSources } from '../../src/data/loaded-source.js';
import { nodeFiles } from '../../src/data/node-files.js';
import type { Database } from '../../src/database/database.js';
import { openDuckDB } from '../../src/database/duckdb-node.js';
import { DataError, toNotice, type NoticeData } from '../../src/notices/notice.js';
import { select, table } from '../../src/sql/query.js';

const span = { start: 0, end: 0 } as Source['span'];

/** Column types as the language writes them. */
const TYPES: Readonly<Record<string, ColumnType>> = {
  text: { kind: 'text', references: null },
  count: { kind: 'count' },
  number: { kind: 'number' },
  percent: { kind: 'percent', inPoints: false },
  'percent in points': { kind: 'percent', inPoints: true },
  'money CNY': { kind: 'money', currency: 'CNY', scale: Big(1), converted: null },
  'money 万 CNY': { kind: 'money', currency: 'CNY', scale: Big(10_000), converted: null },
  'money USD': { kind: 'money', currency: 'USD', scale: Big(1), converted: null },
  date: { kind: 'date', format: null },
  'date MM/DD/YY': { kind: 'date', format: '%m/%d/%y' },
  boolean: { kind: 'boolean' },
};

function typeOf(text: string): ColumnType {
  const [, target] = /^text -> (.+)$/.exec(text) ?? [];
  const type = target === undefined ? TYPES[text] : { kind: 'text' as const, references: target };
  if (!type) throw new TypeError(`no type ${text}`);
  return type;
}

/** `Headcount: count` as `employees: 'count from Headcount'`. */
function columnOf(name: string, written: string, line: number): Column {
  const [type = '', from = name] = written.split(' from ');
  return {
    name,
    type: typeOf(type),
    from: from === 'not available' ? { kind: 'not available' } : { kind: 'header', header: from },
    rate: null,
    label: null,
    translations: {},
    span,
    line,
  };
}

export function source(
  name: string,
  path: string | null,
  columns: Readonly<Record<string, string>>,
  clauses: Partial<Source> = {},
): Source {
  const names = Object.keys(columns);
  return {
    name,
    label: null,
    translations: {},
    doc: null,
    span,
    nameSpan: span,
    line: 1,
    path,
    pathSpan: null,
    key: null,
    naming: names.includes('name') ? 'name' : null,
    columns: names.map((each, index) => columnOf(each, columns[each] ?? '', index + 3)),
    aliases: {},
    encoding: 'utf-8',
    delimiter: null,
    missing: [],
    dated: null,
    duplicates: 'refuse',
    ...clauses,
  };
}

export interface Project {
  readonly root: string;
  readonly database: Database;
  /** Loads sources with all their columns. */
  readonly load: (...sources: readonly Source[]) => Promise<LoadedSources>;
  readonly loadWith: (options: Partial<LoadOptions>, ...sources: readonly Source[]) => Promise<LoadedSources>;
  /** The sentences of everything that stops these sources. */
  readonly refusal: (...sources: readonly Source[]) => Promise<readonly string[]>;
  readonly rows: (source: LoadedSource | undefined) => Promise<readonly unknown[]>;
}

/** A project folder with files in it, and a database that sees it; both gone after the test. */
export async function project(files: Readonly<Record<string, string | Uint8Array>>): Promise<Project> {
  const root = mkdtempSync(join(tmpdir(), 'engine-data-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
  const database = await openDuckDB({ readable: [root], threads: 2 });
  onTestFinished(() => database.close());

  const loadWith = (options: Partial<LoadOptions>, ...sources: readonly Source[]): Promise<LoadedSources> =>
    loadSources(database, { files: [{ file: 'rules.bench', text: '', base: 0 }], sources } as unknown as Model, {
      files: nodeFiles(root),
      compile: () => {
        throw new Error('no derived columns here');
      },
      used: new Map(sources.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))])),
      ...options,
    });
  const load = (...sources: readonly Source[]): Promise<LoadedSources> => loadWith({}, ...sources);
  return {
    root,
    database,
    load,
    loadWith,
    refusal: async (...sources) => {
      const error: unknown = await load(...sources).catch((caught: unknown) => caught);
      if (!(error instanceof DataError)) throw error;
      return error.notices.filter(({ severity }) => severity === 'error').map(sentence);
    },
    rows: async (loaded) => (await database.read(select({ every: true, from: table(loaded?.table ?? '') }))).rows(),
  };
}

export function sentence(notice: NoticeData): string {
  return `${notice.code} ${toNotice(notice, 'en').text}`;
}
