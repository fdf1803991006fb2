import { runNotebook, type LevelReport, type ShowResult } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { isNotebook } from '../notebook/run-document.js';
import { identityOf, type Identity } from '../publish/identity.js';
import { forRunning } from '../rulebook/for-running.js';
import type { Located } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { askedScenario } from '../rulebook/scenario.js';
import { usableModel } from '../rulebook/usable-model.js';

/** A chart as it can be asked for by its id, which stays the same while its `show` is written the same. */
export interface Chart {
  readonly id: string;
  readonly show: ShowResult;
  readonly levels: readonly LevelReport[];
}

/** The charts of a rulebook or a notebook, and what they are made from. */
export interface Charts {
  readonly charts: readonly Chart[];
  readonly identity: Identity;
}

export async function chartsOf(located: Located, call: Call): Promise<Charts> {
  return withWorkbook(call, located, async (workbook) => {
    const reading = await workbook.read();
    const rules = await usableModel(forRunning(reading), located, call);
    const model = await askedScenario(rules, call);
    const { language } = call;
    const asked = [...call.args.texts('scenario'), ...call.args.texts('set')];
    const identity = await identityOf(model, located.root, model.asOf, [language, ...asked]);
    if (isNotebook(located)) {
      const { cells } = await runNotebook(workbook, reading, model, { language, signal: call.environment.stopped });
      const charts = cells.flatMap(({ results }) =>
        results.flatMap((result) =>
          result.kind === 'figure' ? [{ id: result.figure.id, show: result.figure, levels: result.levels }] : [],
        ),
      );
      return { charts: unique(charts), identity };
    }
    const report = await (await workbook.run(model)).report(language, { ranking: 0 });
    const charts = report.shows.map((show) => ({ id: show.id, show, levels: report.level_details }));
    return { charts: unique(charts), identity };
  });
}

/** The second of one id has its place behind it, as has any further one. */
function unique(charts: readonly Chart[]): readonly Chart[] {
  const seen = new Map<string, number>();
  return charts.map((chart) => {
    const id = chart.id.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'chart';
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...chart, id: times === 1 ? id : `${id}-${String(times)}` };
  });
}
