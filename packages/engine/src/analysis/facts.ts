import type { DataFacts, Model, RowFacts, SourceFacts } from '@benchbook/dsl';
import type { LoadedSources } from '../data/loaded-source.js';
import type { Database } from '../database/database.js';
import type { Executed } from '../run/execute.js';
import { ruleHits } from '../run/rule-hits.js';
import { columnFacts } from './column-facts.js';
import { failuresByRow } from './failures-by-row.js';
import { valueFacts } from './value-facts.js';

/** What an editor shows of the data: of the sources as they are loaded, and of a run if there is one. */
export async function dataFacts(
  model: Model,
  loaded: LoadedSources,
  database: Database,
  run: Executed | null,
): Promise<DataFacts> {
  const sources = await sourcesOf(model, loaded, database);
  if (run === null) return { population: null, sources, values: {}, labels: {}, rows: {} };
  const { population } = run.plan;
  return {
    population: { name: population.name, size: run.size },
    sources,
    values: await valueFacts(run),
    ...(await rowsOf(run)),
  };
}

async function sourcesOf(
  model: Model,
  loaded: LoadedSources,
  database: Database,
): Promise<Readonly<Record<string, SourceFacts>>> {
  const facts: Record<string, SourceFacts> = {};
  for (const source of model.sources) {
    const one = loaded.sources.get(source.name);
    if (one?.available) facts[source.name] = { rows: one.rows, columns: await columnFacts(database, source, one) };
  }
  return facts;
}

/** What each row of a decision table decided, and how many have each label by that. */
async function rowsOf(run: Executed): Promise<Pick<DataFacts, 'labels' | 'rows'>> {
  const { model } = run.plan;
  const failures = await failuresByRow(run);
  const labels: Record<string, Record<string, number>> = {};
  const rows: Record<string, readonly RowFacts[]> = {};
  for (const { noun, name, hits } of await ruleHits(run)) {
    if (noun === 'table' || noun === 'context') continue;
    const all = {
      benchmark: model.benchmarks,
      waiver: model.waivers,
      band: model.bands,
      level: model.levels,
      tier: model.tiers,
    }[noun];
    const table = all.find((declared) => declared.name === name)?.table;
    rows[name] = (table?.rows ?? []).map(({ text }, index) => ({
      text,
      decided: hits[index] ?? 0,
      failed: noun === 'benchmark' ? (failures.get(name)?.get(index) ?? 0) : null,
    }));
    if (noun !== 'benchmark' && noun !== 'waiver')
      labels[name] = countLabels(table?.rows.map(({ outcomes }) => labelOf(outcomes[0])) ?? [], hits);
  }
  return { labels, rows };
}

const labelOf = (outcome: unknown): string | null =>
  typeof outcome === 'object' && outcome !== null && 'text' in outcome && typeof outcome.text === 'string'
    ? outcome.text
    : null;

function countLabels(labels: readonly (string | null)[], hits: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  labels.forEach((label, index) => {
    if (label !== null) counts[label] = (counts[label] ?? 0) + (hits[index] ?? 0);
  });
  return counts;
}
