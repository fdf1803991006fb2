import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import {
  byPlace,
  check,
  gather,
  parse,
  type DataFacts,
  type Drivers,
  type Expression,
  type Inverse,
  type Model,
  type Seek,
  type Source,
  type Sweep,
  type Test,
  type Program,
} from '@benchbook/dsl';
import { dataFacts } from './analysis/facts.js';
import { loadSources } from './data/load.js';
import type { LoadedSource, LoadedSources } from './data/loaded-source.js';
import { nodeFiles } from './data/node-files.js';
import type { SourceFiles } from './data/source-files.js';
import type { Database } from './database/database.js';
import { openDuckDB } from './database/duckdb-node.js';
import { DataError, notice, toNotice } from './notices/notice.js';
import { whereOf } from './notices/where.js';
import { mainPopulation, planRun } from './plan/plan-run.js';
import { readText, readUsed } from './data/rulebook-files.js';
import { usedColumns } from './plan/used-columns.js';
import { coverageOf, type Used } from './analysis/coverage.js';
import { scenarioReport } from './run/moved.js';
import type { DriversResult, InverseResult, SeekResult, SweepResult } from './analysis-types.js';
import type { PlanResult } from './planning-types.js';
import { rankDrivers } from './analysis/drivers.js';
import { inverse } from './analysis/inverse.js';
import { PlanData } from './analysis/planning/plan-data.js';
import { planned } from './analysis/planning/planned.js';
import { mostBegun } from './projection/flows/begun.js';
import { diffRuns } from './analysis/run-diff.js';
import { seek } from './analysis/seek.js';
import { sweep } from './analysis/sweep.js';
import { WhatIfs } from './analysis/what-ifs.js';
import type { Changes } from './scenario/apply-scenario.js';
import type { WhatIf, WhatIfOptions } from './what-if-types.js';
import { execute, remembered, type Executed, type RunOf, type SourceVersions } from './run/execute.js';
import { finishedRun } from './run/finished-run.js';
import { refuseNobody } from './run/refuse-nobody.js';
import { StageStore } from './run/stage-store.js';
import { ruleHits } from './run/rule-hits.js';
import { onGivenRows, populationsOf, runTest } from './run/tests.js';
import { compile } from './sql/compile-expression.js';
import type { SqlExpression } from './sql/expression.js';
import { InlineNumbers } from './sql/parameters.js';
import { sourceScope } from './sql/scopes.js';
import type {
  AskOptions,
  Coverage,
  Language,
  PlanOptions,
  Reading,
  Run,
  RunDiff,
  TestResult,
  Workbook,
  WorkbookOptions,
} from './workbook-types.js';

/**
 * Opens a rulebook with its data.
 *
 * @throws DataError when the file lies outside the root
 */
export async function openWorkbook(options: WorkbookOptions): Promise<Workbook> {
  const root = await realpath(options.root);
  const file = isAbsolute(options.file) ? options.file : resolve(root, options.file);
  const shown = relative(root, file).split(sep).join('/');
  if (shown.startsWith('..') || isAbsolute(shown)) throw new DataError([notice('R311', { file: options.file, root })]);
  const database = await openDuckDB({
    readable: [root],
    threads: options.threads ?? null,
    memoryLimit: options.memoryLimit ?? null,
  });
  return new OpenWorkbook(root, file, shown, database, options.asOf ?? null);
}

class OpenWorkbook implements Workbook {
  private readonly files: SourceFiles;
  private readonly store: StageStore;
  private readonly kept = new Map<string, LoadedSource>();
  private readonly hashes = new Map<string, Promise<string>>();
  /** What may be asked of the last run of each model, by population. */
  private readonly asked = new WeakMap<Model, Map<string | null, Promise<WhatIfs>>>();
  /** What was read before: a reading after an edit reads only what has changed. */
  private last: Program | undefined;

  constructor(
    private readonly root: string,
    private readonly file: string,
    private readonly shown: string,
    private readonly database: Database,
    private readonly asOf: string | null,
  ) {
    this.files = nodeFiles(root);
    this.store = new StageStore(database);
  }

  async read(): Promise<Reading> {
    const text = await readText(this.file, this.shown);
    const [before] = this.last?.files ?? [];
    const entry = parse(this.shown, text, before ? { before } : {});
    const program = await gather(entry, (path) => readUsed(this.files, this.root, path), this.last);
    this.last = program;
    const { model, diagnostics, unused, leftOut } = check(program, { asOf: this.asOf });
    return { program, model, diagnostics: [...diagnostics, ...unused].sort(byPlace), leftOut };
  }

  async run(
    model: Model,
    options: { readonly population?: string | null; readonly signal?: AbortSignal } = {},
  ): Promise<Run> {
    const { executed, loaded } = await this.executed(model, options);
    await this.store.endRun();
    this.asked.set(model, new Map([[options.population ?? null, Promise.resolve(new WhatIfs(executed, this.store))]]));
    return finishedRun(executed, loaded, await this.fingerprint(model, loaded));
  }

  async whatIf(model: Model, changes: Changes, options: WhatIfOptions = {}): Promise<WhatIf> {
    return (await this.ready(model, options.population ?? null)).ask(changes, options);
  }

  async sweep(model: Model, asked: Sweep, options: AskOptions = {}): Promise<SweepResult> {
    return sweep(asked, await this.ready(model, options.population ?? null), options.signal ?? NEVER);
  }

  async seek(model: Model, asked: Seek, options: AskOptions = {}): Promise<SeekResult> {
    return seek(asked, await this.ready(model, options.population ?? null), options.signal ?? NEVER);
  }

  async inverse(model: Model, asked: Inverse, options: AskOptions = {}): Promise<InverseResult> {
    return inverse(asked, await this.ready(model, options.population ?? null), options.signal ?? NEVER);
  }

  async drivers(model: Model, asked: Drivers, options: AskOptions = {}): Promise<DriversResult> {
    return rankDrivers(asked, await this.ready(model, options.population ?? null), options.signal ?? NEVER);
  }

  async plan(model: Model, options: PlanOptions = {}): Promise<PlanResult> {
    const signal = options.signal ?? NEVER;
    const data = new PlanData(async () => (await this.ready(model, null)).run, mostBegun(model), signal);
    return planned(model, data, signal);
  }

  /** What may be asked of a population of a model: run when it has not run. */
  private ready(model: Model, of: string | null): Promise<WhatIfs> {
    const known = this.asked.get(model) ?? new Map<string | null, Promise<WhatIfs>>();
    this.asked.set(model, known);
    const ready = known.get(of) ?? this.readyFor(model, of);
    known.set(of, ready);
    ready.catch(() => known.delete(of));
    return ready;
  }

  /** Another request may wait for the same run: nobody's signal stops it. */
  private async readyFor(model: Model, population: string | null): Promise<WhatIfs> {
    const { executed } = await this.executed(model, { population });
    return new WhatIfs(executed, this.store);
  }

  async compare(
    before: Model,
    after: Model,
    options: {
      readonly population?: string | null;
      readonly listed?: number;
      readonly language?: Language;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<RunDiff> {
    const old = await this.executed(before, options);
    const now = await this.executed(after, options);
    return diffRuns(old.executed, now.executed, options.listed ?? MOVERS, options.language ?? 'en');
  }

  /** A population of a model that has run to its end. */
  private async executed(
    model: Model,
    options: { readonly population?: string | null; readonly signal?: AbortSignal },
  ): Promise<{ readonly executed: Executed; readonly loaded: LoadedSources }> {
    const population =
      options.population == null
        ? mainPopulation(model)
        : (model.populations.find(({ name }) => name === options.population) ?? null);
    if (population === null)
      throw new DataError([
        notice(
          'R312',
          { population: options.population ?? null, known: model.populations.map(({ name }) => name) },
          { file: this.shown },
        ),
      ]);
    const loaded = await this.load(model, options.signal);
    const executed = await execute(planRun(model, population), this.store, versions(loaded), options.signal);
    refuseNobody(executed);
    return { executed, loaded };
  }

  async test(
    model: Model,
    options: { readonly filter?: string | null; readonly language?: Language } = {},
  ): Promise<readonly TestResult[]> {
    const language = options.language ?? 'en';
    const onData = this.runsOnData(model);
    const results: TestResult[] = [];
    for (const test of namedLike(model.tests, options.filter)) {
      const { name } = test;
      const where = whereOf(model, test);
      try {
        const runOf = test.onData ? onData : onGivenRows(model, test, this.store);
        const { failures, comparisons } = await runTest(model, test, runOf, language);
        const outcome = failures.length === 0 ? 'passed' : 'failed';
        results.push({ name, ...where, outcome, failures, comparisons, problems: [] });
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        const problems = error.notices.map((found) => toNotice(found, language));
        results.push({ name, ...where, outcome: 'failed', failures: [], comparisons: [], problems });
      }
    }
    await this.store.endRun();
    return results;
  }

  async coverage(
    model: Model,
    options: { readonly filter?: string | null; readonly language?: Language } = {},
  ): Promise<Coverage> {
    const used: Used[] = [];
    const lost = await this.usedByData(model, used);
    for (const test of namedLike(model.tests, options.filter)) {
      if (test.onData) continue;
      const runOf = onGivenRows(model, test, this.store);
      for (const population of populationsOf(model, test))
        used.push({ by: 'test', name: test.name, tables: await ruleHits(await runOf(population)) });
    }
    return coverageOf(model, used, lost, options.language ?? 'en');
  }

  /** Adds what each population uses of the rules, over the data; gives what kept the data from being read. */
  private async usedByData(model: Model, used: Used[]): Promise<DataError | null> {
    const onData = this.runsOnData(model);
    try {
      for (const population of model.populations)
        used.push({ by: 'population', name: population.name, tables: await ruleHits(await onData(population)) });
      return null;
    } catch (error) {
      if (error instanceof DataError) return error;
      throw error;
    }
  }

  /** Runs populations over the data, each once; the data is loaded when it is first asked for. */
  private runsOnData(model: Model): RunOf {
    const data = once(() => this.load(model));
    return remembered(async (population) => execute(planRun(model, population), this.store, versions(await data())));
  }

  async facts(model: Model, options: { readonly signal?: AbortSignal } = {}): Promise<DataFacts> {
    const loaded = await this.load(model, options.signal);
    const population = mainPopulation(model);
    const run = population && (await execute(planRun(model, population), this.store, versions(loaded), options.signal));
    return dataFacts(model, loaded, this.database, run && run.size > 0 ? run : null);
  }

  watched(reading: Reading | null): readonly string[] {
    const { program, model } = reading ?? { program: null, model: null };
    const used = [...(program?.files.slice(1) ?? []).map(({ file }) => file), ...(program?.lost ?? [])];
    const sources = (model?.sources ?? []).flatMap(({ path }) => path ?? []);
    return [this.file, ...[...used, ...sources].map((path) => resolve(this.root, path))];
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private load(model: Model, signal?: AbortSignal): Promise<LoadedSources> {
    return loadSources(this.database, model, {
      files: this.files,
      compile: (expression, source) => derivedColumn(model, expression, source),
      used: usedColumns(model),
      kept: this.kept,
      signal: signal ?? null,
    });
  }

  /** Over the rulebook's text and what every file holds: the same inputs, wherever they lie, have the same. */
  private async fingerprint(model: Model, loaded: LoadedSources): Promise<string> {
    const sha = createHash('sha256').update(model.files.map(({ text }) => text).join('\n'));
    if (model.asOf !== null) sha.update(`\nas of ${model.asOf}`);
    if (model.scenario !== null) sha.update(`\nscenario ${JSON.stringify(scenarioReport(model))}`);
    for (const source of model.sources)
      sha.update(`\n${source.name} ${await this.contentHash(source, loaded.sources.get(source.name))}`);
    return sha.digest('hex');
  }

  /** A big file is hashed once, not once a run. */
  private contentHash(source: Source, loaded: LoadedSource | undefined): Promise<string> {
    if (source.path === null || loaded === undefined) return Promise.resolve('none');
    const known = this.hashes.get(loaded.version);
    if (known) return known;
    const hash = this.hashFile(source.path);
    this.hashes.set(loaded.version, hash);
    return hash;
  }

  private async hashFile(path: string): Promise<string> {
    const found = await this.files.find(path);
    const sha = createHash('sha256');
    if (found !== null) for await (const piece of this.files.read(found)) sha.update(piece);
    return sha.digest('hex');
  }
}

/** The tests whose name contains a text; all of them without one. */
function namedLike(tests: readonly Test[], filter: string | null | undefined): readonly Test[] {
  return tests.filter(({ name }) => name.includes(filter ?? ''));
}

function derivedColumn(model: Model, expression: Expression, _source: Source): SqlExpression {
  return compile(expression, sourceScope(model, new InlineNumbers()));
}

function versions(loaded: LoadedSources): SourceVersions {
  return {
    tables: (name) => loaded.sources.get(name)?.table ?? '',
    version: (name) => loaded.sources.get(name)?.version ?? '',
  };
}

/** Nobody stops it. */
const NEVER = new AbortController().signal;

/** Movers that a comparison explains: a person reads no more. */
const MOVERS = 20;

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}
