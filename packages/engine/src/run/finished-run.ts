import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { localise } from '@benchbook/dsl';
import type { LoadedSources } from '../data/loaded-source.js';
import { toIpcStream } from '../database/ipc.js';
import { replaceFile } from '../database/replace-file.js';
import { planRun } from '../plan/plan-run.js';
import type { Language, Run } from '../workbook-types.js';
import type { Executed } from './execute.js';
import { explain } from './explain.js';
import { outside, similar } from './find-entity.js';
import { rankedFields, rankedQuery } from './report/ranking.js';
import { csvQuery } from './report/ranking-csv.js';
import { makeReport } from './report/report.js';
import { ruleHits } from './rule-hits.js';

/** Entities that a report lists: a page or a person reads no more, and the whole ranking is there as Arrow. */
const LISTED = 10_000;

/** The same run with every label in the reader's language: the plan is made anew, its tables are the same. */
function inLanguage(run: Executed, language: Language): Executed {
  const model = localise(run.plan.model, language);
  const population = model.populations.find(({ name }) => name === run.plan.population.name);
  return population === undefined ? run : { ...run, plan: planRun(model, population) };
}

/** A finished run as its readers see it. */
export function finishedRun(run: Executed, loaded: LoadedSources, fingerprint: string): Run {
  const ranking = (): AsyncIterable<Uint8Array> => {
    const { query, parameters, columns } = rankedQuery(run);
    return toIpcStream(
      run.database.batches(query, parameters.values, {
        fields: rankedFields(columns, {
          en: rankedQuery(inLanguage(run, 'en')).columns,
          zh: rankedQuery(inLanguage(run, 'zh')).columns,
        }),
      }),
    );
  };
  return {
    report: (language: Language, options = {}) =>
      makeReport(inLanguage(run, language), {
        sources: [...loaded.sources.values()].map(({ report }) => report),
        notices: loaded.notices,
        fingerprint,
        language,
        ranking: options.ranking ?? LISTED,
      }),
    ranking,
    writeRanking: async (path, format) => {
      if (format === 'arrow') {
        const draft = run.database.temporaryPath('arrow');
        await pipeline(ranking(), createWriteStream(draft));
        return replaceFile(draft, path);
      }
      const { query, parameters } = format === 'csv' ? csvQuery(run) : rankedQuery(run);
      return run.database.writeFile(query, parameters.values, path, format);
    },
    explain: (keyOrName, language) => explain(inLanguage(run, language), keyOrName, language),
    outside: (keyOrName, language) => outside(inLanguage(run, language), keyOrName),
    similar: (text) => similar(run, text),
    ruleHits: () => ruleHits(run),
  };
}
