import { fileOf, type Expression, type Model, type Source } from '@benchbook/dsl';
import type { Database } from '../database/database.js';
import { DataError } from '../notices/notice.js';
import type { SqlExpression } from '../sql/expression.js';
import { checkReference } from './check-references.js';
import { findSourceFile } from './find-source-file.js';
import { loadEmpty, loadSource, type Staged } from './load-source.js';
import type { LoadedSource, LoadedSources } from './loaded-source.js';
import { Loading, type SourceFile } from './loading.js';
import { relocate } from './relocate.js';
import { type Selection, selectColumns } from './select-columns.js';
import type { SourceFiles } from './source-files.js';
import { sourceReport } from './source-report.js';
import { sourceVersion } from './source-version.js';
import { sourceName } from './staged-rows.js';

export interface LoadOptions {
  readonly files: SourceFiles;
  /** How a derived column is worked out from columns of its row. Views take no parameters, so there must be none in it. */
  readonly compile: (expression: Expression, source: Source) => SqlExpression;
  /** Columns that the rules read, by source. The key, the naming column and references are loaded besides. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the database holds from earlier calls, by source; brought up to date here. The same version is not read again. */
  readonly kept?: Map<string, LoadedSource>;
  readonly signal?: AbortSignal | null;
}

/** A source and all that is known of it before its rows are read. */
interface Planned {
  readonly source: Source;
  readonly loading: Loading;
  readonly selection: Selection;
  readonly file: SourceFile | null;
}

/**
 * Loads every source of a model: each becomes the view `source_NAME`.
 *
 * @throws DataError when any source cannot be used, with all that was found in all of them
 */
export async function loadSources(database: Database, model: Model, options: LoadOptions): Promise<LoadedSources> {
  const kept = options.kept ?? new Map<string, LoadedSource>();
  const planned = await each(model.sources, (source) => plan(database, model, source, options));
  const staged = await each(planned.made, (one) => stage(one, versionOf(one, planned.made), kept));
  const errors = [...planned.errors, ...staged.errors];
  if (errors.length > 0) throw new DataError(errors.flatMap(({ notices }) => notices));
  const loaded = await each(staged.made, (one) => finish(one, model, kept));
  const sources = new Map(loaded.made.map((source) => [source.name, source]));
  return { sources, notices: loaded.made.flatMap(({ notices }) => notices) };
}

/** Goes through all, so that one that fails does not hide what is wrong with the next. */
async function each<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<{ readonly made: readonly Made[]; readonly errors: readonly DataError[] }> {
  const made: Made[] = [];
  const errors: DataError[] = [];
  for (const item of items) {
    try {
      made.push(await make(item));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      errors.push(error);
    }
  }
  return { made, errors };
}

async function plan(database: Database, model: Model, source: Source, options: LoadOptions): Promise<Planned> {
  const loading = new Loading(
    source,
    database,
    options.files,
    fileOf(model.files, source.span).file,
    options.signal ?? null,
  );
  const selection = selectColumns(source, options.used.get(source.name) ?? [], options.compile);
  return { source, loading, selection, file: source.path === null ? null : await findSourceFile(loading) };
}

/** Orphans change with the source that is pointed at, so its file counts too. */
function versionOf({ source, selection, file }: Planned, all: readonly Planned[]): string {
  const targets = source.columns.flatMap(({ type }) => (type.kind === 'text' ? (type.references ?? []) : []));
  const others = all.filter((other) => targets.includes(other.source.name));
  const parts = others.map((other) =>
    [other.source.name, other.source.key, other.file?.found.version ?? null].join(' '),
  );
  return sourceVersion(source, selection, [file?.found.version ?? '', ...parts]);
}

interface StagedSource extends Planned {
  readonly version: string;
  /** null when the database holds this very version already. */
  readonly staged: Staged | null;
}

async function stage(planned: Planned, version: string, kept: Map<string, LoadedSource>): Promise<StagedSource> {
  const { source, loading, file, selection } = planned;
  if (kept.get(source.name)?.version === version) return { ...planned, version, staged: null };
  // From here on what was kept is no longer what the database holds.
  kept.delete(source.name);
  const staged = file === null ? await loadEmpty(loading, selection) : await loadSource(loading, file, selection);
  return { ...planned, version, staged };
}

async function finish(one: StagedSource, model: Model, kept: Map<string, LoadedSource>): Promise<LoadedSource> {
  const { source, loading, staged, version, file } = one;
  const known = kept.get(source.name);
  if (staged === null && known) return relocate(known, source, fileOf(model.files, source.span).file);
  if (staged === null) throw new TypeError(`source ${source.name} is neither kept nor loaded`);
  const orphans = await followReferences(loading, staged, model);
  const loaded: LoadedSource = {
    name: source.name,
    table: sourceName(source.name),
    available: source.path !== null,
    version,
    path: file?.found.path ?? null,
    rows: staged.quality.rows,
    columns: staged.columns,
    nullable: new Set(Object.keys(staged.quality.missing)),
    report: sourceReport(source, staged, orphans),
    notices: loading.notices,
  };
  kept.set(source.name, loaded);
  return loaded;
}

/** Rows that point at nothing, by column. Of a source that is not available nothing can be told. */
async function followReferences(
  loading: Loading,
  staged: Staged,
  model: Model,
): Promise<Readonly<Record<string, number>>> {
  const orphans: Record<string, number> = {};
  for (const { name, type, line } of loading.source.columns) {
    const target = type.kind === 'text' ? model.sources.find((other) => other.name === type.references) : undefined;
    if (staged.rows === null || !target?.key || target.path === null || !staged.columns.includes(name)) continue;
    const reference = { column: name, line, target: target.name, targetKey: target.key };
    const found = await checkReference(loading, staged.rows, reference, staged.quality.missing[name] ?? 0);
    if (found > 0) orphans[name] = found;
  }
  return orphans;
}
