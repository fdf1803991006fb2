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
  // Other runs may have taken its tables away since: then they are made again, else they are the ones that are there.
  const reading = async <Result>(read: (ready: Executed) => Promise<Result>): Promise<Result> => {
    const ready = await run.again(run.plan.model);
    return ready.held(() => read(ready));
  };
  const speaking = <Result>(language: Language, read: (ready: Executed) => Promise<Result>): Promise<Result> =>
    reading((ready) => read(inLanguage(ready, language)));
  return {
    report: (language: Language, options = {}) =>
      speaking(language, (ready) =>
        makeReport(ready, {
          sources: [...loaded.sources.values()].map(({ report }) => report),
          notices: loaded.notices,
          fingerprint,
          language,
          ranking: options.ranking ?? LISTED,
        }),
      ),
    ranking: async function* () {
      const ready = await run.again(run.plan.model);
      yield* rankingOf(ready);
    },
    writeRanking: (path, format) =>
      reading(async (ready) => {
        if (format === 'arrow') {
          const draft = ready.database.temporaryPath('arrow');
          await pipeline(rankingOf(ready), createWriteStream(draft));
          return replaceFile(draft, path);
        }
        const { query, parameters } = format === 'csv' ? csvQuery(ready) : rankedQuery(ready);
        return ready.database.writeFile(query, parameters.values, path, format);
      }),
    explain: (keyOrName, language) => speaking(language, (ready) => explain(ready, keyOrName, language)),
    outside: (keyOrName, language) => speaking(language, (ready) => outside(ready, keyOrName)),
    similar: (text) => reading((ready) => similar(ready, text)),
    ruleHits: () => reading((ready) => ruleHits(ready)),
  };
}

function rankingOf(run: Executed): AsyncIterable<Uint8Array> {
  const { query, parameters, columns } = rankedQuery(run);
  return toIpcStream(
    run.database.batches(query, parameters.values, {
      fields: rankedFields(columns, {
        en: rankedQuery(inLanguage(run, 'en')).columns,
        zh: rankedQuery(inLanguage(run, 'zh')).columns,
      }),
    }),
  );
}
