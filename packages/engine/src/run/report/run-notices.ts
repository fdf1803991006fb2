import { notice, type NoticeData, type NoticeShapes } from '../../notices/notice.js';
import { whereOf } from '../../notices/where.js';
import { walk } from '../../plan/walk.js';
import type { LevelReport, MetricReport, PopulationReport, ScoreReport } from '../../results.js';
import { aggregate, column, isNull } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';
import { lonely } from './among-peers.js';
import { written } from './formatting.js';
import { unheldValues } from './unheld-values.js';

interface Figures {
  readonly population: PopulationReport;
  readonly levels: readonly LevelReport[];
  readonly metrics: Readonly<Record<string, MetricReport>>;
  readonly scores: readonly ScoreReport[];
}

/** What a reader of the figures has to know beside them: who was left out, what could not be told, and why. */
export async function runNotices(
  run: Executed,
  { population, levels, metrics, scores }: Figures,
): Promise<readonly NoticeData[]> {
  const { model } = run.plan;
  const at = <Code extends keyof NoticeShapes>(
    code: Code,
    data: NoticeShapes[Code],
    where: { readonly file: string; readonly line: number },
    count: number,
  ): NoticeData => notice(code, data, { file: where.file, line: where.line, count });
  const found: NoticeData[] = [];
  const { name } = run.plan.population;
  const where = whereOf(model, run.plan.population);

  if (population.left_out.unknown > 0)
    found.push(
      at('R309', { population: name, count: population.left_out.unknown }, where, population.left_out.unknown),
    );
  if (population.cut !== null && population.cut.tied_out > 0) {
    found.push(
      at(
        'R303',
        { population: name, by: population.cut.by, value: population.cut.display, tied: population.cut.tied_out },
        where,
        population.cut.tied_out,
      ),
    );
  }
  if (run.size === 1 && run.plan.measure.ranks.length > 0)
    found.push(at('R304', { population: name, count: 1 }, where, 1));
  for (const [metric, figures] of Object.entries(metrics)) {
    if (figures.rows_left_out > 0)
      found.push(at('R305', { metric, rows: figures.rows_left_out }, figures, figures.rows_left_out));
  }
  found.push(...converted(run), ...unavailable(run));
  found.push(...(await unheldValues(run)), ...(await withoutRow(run)), ...(await lonely(run)));
  for (const level of levels)
    if (level.unknown > 0)
      found.push(at('R307', { level: level.name, count: level.unknown, of: run.size }, level, level.unknown));
  for (const score of scores)
    if (score.unknown > 0) found.push(at('R310', { score: score.name, count: score.unknown }, score, score.unknown));
  return found;
}

/** Columns whose amounts were converted, with the rate. */
function converted(run: Executed): readonly NoticeData[] {
  const { model, used } = run.plan;
  return model.sources.flatMap((source) =>
    source.columns.flatMap((declared) => {
      const { name, type } = declared;
      if (type.kind !== 'money' || type.converted === null || !used.get(source.name)?.has(name)) return [];
      const { from } = type.converted;
      if (type.converted.kind === 'table') {
        const { table, on } = type.converted;
        const told = { column: `${source.name}.${name}`, from, to: type.currency, table, on };
        return [notice('R342', told, whereOf(model, declared))];
      }
      const { rate, dated } = type.converted;
      const data = { column: `${source.name}.${name}`, from, to: type.currency, rate: rate.toFixed(), dated };
      return [notice('R314', data, whereOf(model, declared))];
    }),
  );
}

/** What a source or column that nobody has makes unknown. */
function unavailable(run: Executed): readonly NoticeData[] {
  const { model, measure } = run.plan;
  const lacking = new Set(model.sources.filter((source) => source.path === null).map((source) => source.name));
  const lackingColumns = new Set(
    model.sources.flatMap((source) =>
      source.columns.filter(({ from }) => from.kind === 'not available').map(({ name }) => `${source.name}.${name}`),
    ),
  );
  const causes = new Map<string, Set<string>>();
  for (const { metric } of measure.metrics) {
    const names = new Set<string>();
    for (const part of walk(metric.expression)) {
      if (part.kind === 'aggregate' && lacking.has(part.source)) names.add(part.source);
      if (part.kind === 'column' && lackingColumns.has(`${part.source}.${part.column}`))
        names.add(`${part.source}.${part.column}`);
    }
    if (names.size > 0) causes.set(metric.name, names);
  }
  if (causes.size === 0) return [];
  const names = [...new Set([...causes.values()].flatMap((set) => [...set]))];
  const source = model.sources.find((one) => names.some((name) => name.split('.')[0] === one.name));
  const where = source === undefined ? { file: model.file } : whereOf(model, source);
  return [notice('R306', { metrics: [...causes.keys()], names }, { ...where, count: causes.size })];
}

/** Entities that no row of an applied benchmark can be told for. */
async function withoutRow(run: Executed): Promise<readonly NoticeData[]> {
  const { model, judge } = run.plan;
  const asked = judge.benchmarks.filter((benchmark) => benchmark.table.inputs.length > 0);
  if (asked.length === 0) return [];
  const columns = await readScored(run, () => ({
    columns: asked.map(({ name }) =>
      output(aggregate('count', [], { where: isNull(column(named.benchmarkRow(name))) }), name),
    ),
  }));
  return asked.flatMap((benchmark) => {
    const count = columns.number(benchmark.name);
    if (count === 0) return [];
    const inputs = benchmark.table.inputs.map((input) => (input.name === '' ? written(model, input.span) : input.name));
    return [notice('R308', { benchmark: benchmark.name, count, inputs }, { ...whereOf(model, benchmark), count })];
  });
}
