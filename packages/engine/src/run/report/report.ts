import { toNotice, type NoticeData } from '../../notices/notice.js';
import { REPORT_SCHEMA, type Report, type SourceReport } from '../../results.js';
import type { Executed } from '../execute.js';
import { scenarioReport } from '../moved.js';
import { breakdowns } from './breakdowns.js';
import { countsOf, levelReports } from './levels.js';
import { metricReports } from './metrics.js';
import { populationReport } from './population.js';
import { rankedEntities } from './ranking.js';
import { runNotices } from './run-notices.js';
import { scoreReports } from './scores.js';
import { showResults } from './shows.js';
import { checkReports, targetReports } from './targets.js';

/** What a report holds beside what the run itself knows. */
export interface ReportContext {
  readonly sources: readonly SourceReport[];
  /** What loading the data had to say. */
  readonly notices: readonly NoticeData[];
  readonly fingerprint: string;
  readonly language: 'en' | 'zh';
  /** How many of the ranking come along; null for all. */
  readonly ranking: number | null;
}

/** The whole report of a finished run. */
export async function makeReport(run: Executed, context: ReportContext): Promise<Report> {
  const { model } = run.plan;
  const [population, levels, metrics, scores, targets, checks, groups, shows, ranking] = await Promise.all([
    populationReport(run),
    levelReports(run),
    metricReports(run),
    scoreReports(run),
    targetReports(run, context.language),
    checkReports(run, context.language),
    breakdowns(run),
    showResults(run, context.language),
    rankedEntities(run, context.ranking),
  ]);
  const notices = [...context.notices, ...(await runNotices(run, { population, levels, metrics, scores }))];
  return {
    schema: REPORT_SCHEMA,
    rulebook: { name: model.name, label: model.label, version: model.version, as_of: model.asOf, file: model.file },
    scenario: scenarioReport(model),
    sources: context.sources,
    population,
    levels: Object.fromEntries(levels.map((level) => [level.name, countsOf(level)])),
    level_details: levels,
    metrics,
    scores,
    targets,
    checks,
    breakdowns: groups,
    shows,
    ranking,
    notices: notices.map((found) => toNotice(found, context.language)),
    fingerprint: context.fingerprint,
  };
}
