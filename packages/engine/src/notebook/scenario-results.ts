import type { Scenario } from '@benchbook/dsl';
import type { CellResult, Statement } from '../notebook-types.js';
import type { LevelReport, ScenarioReport } from '../results.js';
import { countsAt, figureOf } from './census.js';
import type { Runs } from './runs.js';
import { wordsOf, type Words } from './words.js';

/** Changes that are told one by one. */
const LISTED = 12;

/** What a scenario that a cell declares changes, and what that comes to beside base. */
export async function scenarioResults({ name, line }: Scenario, runs: Runs): Promise<readonly CellResult[]> {
  const words = wordsOf(runs.language);
  const [before, after] = [await runs.judged(null, null), await runs.judged(name, null)];
  const results: CellResult[] = [];
  const statements = after.report.scenario === null ? [] : changes(after.report.scenario, words);
  if (statements.length > 0) results.push({ kind: 'statements', statements });
  const [old] = before.report.level_details;
  const now = after.report.level_details.find((level) => level.name === old?.name);
  if (old === undefined || now === undefined) return results;
  const title = now.label ?? now.name;
  const under = after.report.scenario?.label ?? name;
  results.push(
    figureOf(
      {
        id: `scenario-${name}`,
        title: `${words.census(title)}, ${words.base} → ${under}`,
        form: 'bars',
        file: after.model.file,
        line,
        columns: [
          { name: 'setting', label: words.setting, kind: 'text' },
          { name: now.name, label: title, kind: 'text' },
          { name: 'count', label: words.count, kind: 'count' },
        ],
        rows: [...rowsAt(words.base, old, words), ...rowsAt(under, now, words)],
      },
      [now],
    ),
  );
  return results;
}

const rowsAt = (setting: string, level: LevelReport, words: Words) =>
  countsAt(level, words.unknown).map(([label, count]) => [setting, label, count] as const);

function changes({ moves, applied }: ScenarioReport, words: Words): readonly Statement[] {
  const all = [
    ...applied.map(({ population, benchmarks, combine }) =>
      words.applied(population, benchmarks.length === 1 ? benchmarks.join('') : `${combine}(${benchmarks.join(', ')})`),
    ),
    ...moves.map(({ path, from, to }) => words.changed(path, from, to)),
  ];
  const rest = all.length - LISTED;
  return [...all.slice(0, LISTED), ...(rest > 0 ? [words.more(rest)] : [])].map((text) => ({
    about: 'change',
    text,
    met: null,
  }));
}
