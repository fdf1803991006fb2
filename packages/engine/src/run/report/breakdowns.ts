import type { Expression } from '@benchbook/dsl';
import type { Breakdown } from '../../results.js';
import type { Tally } from '../../what-if-types.js';
import { compile } from '../../sql/compile-expression.js';
import { aggregate, ascending, cast, column, literal, operator } from '../../sql/expression.js';
import { named } from '../../sql/names.js';
import { output } from '../../sql/query.js';
import type { Executed } from '../execute.js';
import { readScored } from '../read.js';
import { dimensionsOf, type Dimension } from './dimensions.js';
import { titleOf } from './formatting.js';
import { declaredOrder } from './show-order.js';
import { labelOf } from './levels.js';

/** How each value of each dimension is judged: bands and tiers as the rulebook lists them, else the largest group first, no value last. */
export async function breakdowns(run: Executed): Promise<readonly Breakdown[]> {
  return Promise.all(dimensionsOf(run.plan).map((dimension) => breakdown(run, dimension)));
}

const STATE_FIELDS = ['failed', 'passed', 'unknown', 'not_judged'] as const;

/** How everybody is judged. */
export async function wholeTally(run: Executed): Promise<Tally> {
  const [{ value: _, ...everybody } = NOBODY] = await groupsOf(run, null);
  return everybody;
}

const NOBODY: Group = { value: null, count: 0, levels: {}, metrics: {} };

type Group = Breakdown['groups'][number];

async function breakdown(run: Executed, dimension: Dimension): Promise<Breakdown> {
  const order = declaredOrder(run, dimension.expression);
  const places = (await groupsOf(run, dimension.expression)).map((group, at) => ({
    group,
    place: placeOf(group.value, at, order),
  }));
  return {
    by: dimension.name,
    label: titleOf(run.plan.model, dimension.expression),
    groups: places.sort((one, other) => one.place - other.place).map(({ group }) => group),
  };
}

/** How each value is judged, the largest group first; everybody as one group without a value when nothing tells them apart. */
async function groupsOf(run: Executed, by: Expression | null): Promise<readonly Group[]> {
  const { metrics, levels } = run.plan.judge;
  const columns = await readScored(run, (scope) => {
    const value = by === null ? cast(literal(null), 'VARCHAR') : compile(by, scope);
    const count = (name: string, is: number): ReturnType<typeof aggregate> =>
      aggregate('count', [], { where: operator(column(name), '=', literal(is)) });
    return {
      columns: [
        output(value, 'value'),
        output(aggregate('count', []), 'count'),
        ...metrics.flatMap(({ measured }) =>
          STATE_FIELDS.map((field, index) =>
            output(count(named.state(measured.metric.name), index), `${measured.metric.name}.${field}`),
          ),
        ),
        ...levels.flatMap((level) =>
          level.table.rows.map((_, index) =>
            output(count(named.level(level.name), index + 1), `${level.name}.${index}`),
          ),
        ),
      ],
      groupBy: [value],
      orderBy: [{ by: column('count'), descending: true }, ascending(column('value'))],
    };
  });
  return columns.texts('value').map((value, at) => ({
    value,
    count: columns.number('count', at),
    levels: Object.fromEntries(
      levels.map((level) => {
        const byLabel = Object.fromEntries(
          level.labels.map((label) => [
            label,
            sumRows(level.table.rows, label, (index) => columns.number(`${level.name}.${index}`, at)),
          ]),
        );
        const known = Object.values(byLabel).reduce((total, count) => total + count, 0);
        return [level.name, { ...byLabel, unknown: columns.number('count', at) - known }];
      }),
    ),
    metrics: Object.fromEntries(
      metrics.map(({ measured: { metric } }) => [
        metric.name,
        stateCounts((field) => columns.number(`${metric.name}.${field}`, at)),
      ]),
    ),
  }));
}

/** The rows come largest first; a declared order goes before that, and no value comes last. */
function placeOf(value: string | null, at: number, order: readonly string[] | null): number {
  if (value === null) return Infinity;
  if (order === null) return at;
  return order.includes(value) ? order.indexOf(value) : order.length + at;
}

function sumRows(
  rows: readonly { readonly outcomes: readonly Parameters<typeof labelOf>[0][] }[],
  label: string,
  count: (index: number) => number,
): number {
  return rows.reduce((total, row, index) => (labelOf(row.outcomes[0]) === label ? total + count(index) : total), 0);
}

function stateCounts(
  count: (field: (typeof STATE_FIELDS)[number]) => number,
): Record<(typeof STATE_FIELDS)[number], number> {
  return {
    failed: count('failed'),
    passed: count('passed'),
    unknown: count('unknown'),
    not_judged: count('not_judged'),
  };
}
