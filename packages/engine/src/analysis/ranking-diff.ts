import { tableFromIPC, type Table, type Vector } from 'apache-arrow';
import { STATES, type MetricReport, type Report } from '../results.js';
import type { Cause, Mover, RankMove, RunDiff, Standing } from '../workbook-types.js';

/** What is kept of a run: its ranked table as `Run.ranking()` gives it, and its report. */
export interface KeptRun {
  readonly ranking: Uint8Array;
  readonly report: Pick<Report, 'metrics' | 'level_details' | 'population'>;
}

/**
 * Who stands elsewhere in another run, told from what was kept of both: `diffRuns` for runs whose data may be gone. The rows of rules are not
 * kept with each account, so movers come without them.
 *
 * @param listed how many movers, and how many of the largest moves in rank, are named
 */
export function diffRankings(before: KeptRun, after: KeptRun, listed: number): RunDiff {
  const level = after.report.level_details.find(({ name }) => labelsOf(before, name) !== null)?.name ?? null;
  const [old, now] = [sideOf(before, level), sideOf(after, level)];
  const metrics = commonMetrics(before, after, old, now);
  const flows = new Map<string, RunDiff['flows'][number] & { count: number }>();
  const movers: Mover[] = [];
  const ranks: RankMove[] = [];
  const tell = (was: number | null, is: number | null): void => {
    const [from, to] = [standing(old, was), standing(now, is)];
    const metric = was === null || is === null ? null : movedMetric(metrics, was, is);
    const cause = causeOf(from, to, metric);
    const id = JSON.stringify([from, to, cause]);
    const flow = flows.get(id);
    if (flow) flow.count++;
    else flows.set(id, { from, to, cause, count: 1 });
    const [key, name] = is === null ? naming(old, was ?? 0) : naming(now, is);
    if (cause !== null && movers.length < listed)
      movers.push({ key, name, from, to, cause, metric: metric?.moved ?? null, level: null });
    if (was !== null && is !== null && was !== is) ranks.push({ key, name, from: was + 1, to: is + 1 });
  };
  for (let row = 0; row < now.keys.length; row++) tell(old.rows.get(now.keys[row] ?? '') ?? null, row);
  for (const [row, key] of old.keys.entries()) if (!now.rows.has(key)) tell(row, null);
  const counted = [...flows.values()].sort(byStanding(level === null ? [] : labels(before, after, level)));
  const moved = counted.reduce((sum, { count, cause }) => sum + (cause === null ? 0 : count), 0);
  return {
    populations: { from: before.report.population.name, to: after.report.population.name },
    level,
    labels: level === null ? [] : labels(before, after, level),
    union: counted.reduce((sum, { count }) => sum + count, 0),
    moved,
    flows: counted,
    movers,
    ranks: largest(ranks, listed),
  };
}

interface Side {
  readonly table: Table;
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly name: Vector | null;
  readonly level: Vector | null;
}

function sideOf({ ranking }: KeptRun, level: string | null): Side {
  const table = tableFromIPC(ranking);
  const keys = [...(byRole(table, 'key') ?? [])].map(String);
  return {
    table,
    keys,
    rows: new Map(keys.map((key, row) => [key, row])),
    name: byRole(table, 'name'),
    level: level === null ? null : byRole(table, 'level', level),
  };
}

/** The column of a role; where several have it, the one of a name. */
function byRole(table: Table, role: string, name: string | null = null): Vector | null {
  const index = table.schema.fields.findIndex(
    (field) => field.metadata.get('role') === role && (name === null || field.name === name),
  );
  return index < 0 ? null : table.getChildAt(index);
}

function standing({ level }: Side, row: number | null): Standing {
  if (row === null) return { kind: 'outside', label: null };
  const label = textIn(level, row);
  return { kind: label === null ? 'unknown' : 'level', label };
}

function textIn(vector: Vector | null, row: number): string | null {
  const value: unknown = vector?.get(row) ?? null;
  return typeof value === 'string' ? value : null;
}

const numberIn = (vector: Vector | null, row: number): number | null => {
  const value: unknown = vector?.get(row) ?? null;
  return typeof value === 'number' ? value : null;
};

const naming = (side: Side, row: number): readonly [string, string | null] => [
  side.keys[row] ?? '',
  textIn(side.name, row),
];

interface CommonMetric {
  readonly name: string;
  readonly report: MetricReport;
  /** Whether both runs measured it by the same formula. */
  readonly alike: boolean;
  readonly before: MetricColumns;
  readonly after: MetricColumns;
}

interface MetricColumns {
  readonly value: Vector | null;
  readonly state: Vector | null;
  readonly threshold: Vector | null;
}

function commonMetrics(before: KeptRun, after: KeptRun, old: Side, now: Side): readonly CommonMetric[] {
  const columns = ({ table }: Side, name: string): MetricColumns => ({
    value: byRole(table, 'metric', name),
    state: byRole(table, 'state', `${name}.state`),
    threshold: byRole(table, 'threshold', `${name}.threshold`),
  });
  return Object.entries(after.report.metrics).flatMap(([name, report]) => {
    const was = before.report.metrics[name];
    if (was === undefined) return [];
    return [
      { name, report, alike: was.formula === report.formula, before: columns(old, name), after: columns(now, name) },
    ];
  });
}

interface MovedMetric {
  readonly moved: NonNullable<Mover['metric']>;
  /** Whether it has another value by the same formula. */
  readonly byData: boolean;
}

/** The first metric that is judged otherwise; one that the data moved goes before one that the rules did. */
function movedMetric(metrics: readonly CommonMetric[], was: number, is: number): MovedMetric | null {
  const found = metrics.flatMap((metric) => {
    const [from, to] = [stateAt(metric.before, was), stateAt(metric.after, is)];
    if (from === to) return [];
    const byData = metric.alike && numberIn(metric.before.value, was) !== numberIn(metric.after.value, is);
    return [{ metric, byData }];
  });
  const chosen = found.find(({ byData }) => byData) ?? found[0];
  if (chosen === undefined) return null;
  const { metric, byData } = chosen;
  const { name, report } = metric;
  const moved = {
    name,
    label: report.label,
    from: judged(metric, metric.before, was),
    to: judged(metric, metric.after, is),
  };
  return { moved, byData };
}

const stateAt = ({ state }: MetricColumns, row: number): (typeof STATES)[number] =>
  STATES[numberIn(state, row) ?? STATES.indexOf('not judged')] ?? 'not judged';

function judged({ report }: CommonMetric, columns: MetricColumns, row: number): NonNullable<Mover['metric']>['from'] {
  const shown = (value: number | null): string | null => (value === null ? null : display(value, report));
  return {
    display: shown(numberIn(columns.value, row)) ?? '–',
    state: stateAt(columns, row),
    threshold: shown(numberIn(columns.threshold, row)),
    rule: null,
  };
}

const PERCENT = { maximumFractionDigits: 2 } as const;

/** As reports write it: a percent, else a number at two decimals. */
const display = (value: number, { kind }: MetricReport): string =>
  kind === 'percent' ? `${(value * 100).toFixed(2)}%` : value.toLocaleString('en-US', PERCENT);

function causeOf(from: Standing, to: Standing, metric: MovedMetric | null): Cause | null {
  if (from.kind === to.kind && from.label === to.label) return null;
  if (from.kind === 'outside' || to.kind === 'outside') return 'membership';
  return metric?.byData === true ? 'data' : 'rule';
}

const labelsOf = ({ report }: KeptRun, level: string): readonly string[] | null =>
  report.level_details.find(({ name }) => name === level)?.labels.map(({ label }) => label) ?? null;

/** In the order of the new level's rows, then those that only the old one has. */
const labels = (before: KeptRun, after: KeptRun, level: string): readonly string[] => [
  ...new Set([...(labelsOf(after, level) ?? []), ...(labelsOf(before, level) ?? [])]),
];

function byStanding(order: readonly string[]): (a: RunDiff['flows'][number], b: RunDiff['flows'][number]) => number {
  const kinds = ['level', 'unknown', 'outside'];
  const place = ({ kind, label }: Standing): number =>
    kinds.indexOf(kind) * (order.length + 1) + (label === null ? 0 : order.indexOf(label));
  return (a, b) =>
    place(a.from) - place(b.from) || place(a.to) - place(b.to) || (a.cause ?? '').localeCompare(b.cause ?? '');
}

const largest = (ranks: readonly RankMove[], listed: number): readonly RankMove[] =>
  ranks.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || a.to - b.to).slice(0, listed);
