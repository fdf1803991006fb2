import { textOf, type Model, type Projection } from '@benchbook/dsl';
import type { FlowResult, ModelResult, NamedOutcome } from '../../planning-types.js';
import { slotsIn, totalOf, type Series } from '../../projection/flows/series.js';
import { at } from '../../projection/values/column.js';
import { columnsOf, inColumns, type Columns } from './periods.js';
import { shownMoney } from './shown.js';
import type { Worked } from './worked.js';

/** What flows when in a model, and the figures it reports. */
export function modelResult(projection: Projection, worked: Worked): ModelResult {
  const { values, today } = worked;
  const series = values.series(projection, today);
  const slots = series.map((one) => slotsIn(one, 0, 1));
  const columns = columnsOf(values.calendar(projection).horizon, slots);
  const net = columns.slots.map(() => 0);
  series.forEach(({ kind }, index) => {
    inColumns(slots[index] ?? new Float64Array(), columns).forEach((amount, column) => {
      net[column] = (net[column] ?? 0) + (kind === 'cost' ? -amount : amount);
    });
  });
  return {
    ...worked.declared(projection),
    currency: projection.currency,
    unit: projection.periods.unit,
    columns: columns.names,
    flows: flowsOf(projection, worked, series, columns),
    net: net.map(rounded),
    balance: net.map((_, index) => rounded(net.slice(0, index + 1).reduce((sum, amount) => sum + amount, 0))),
    figures: projection.report.map((figure) => reported(figure, projection, worked)),
  };
}

function reported(figure: Projection['report'][number], projection: Projection, worked: Worked): NamedOutcome {
  const { values, model, today } = worked;
  const frame = { ...today, actions: values.actionsOf(projection) };
  return { text: textOf(model.files, figure.span).trim(), figure: worked.outcome(figure, frame) };
}

function flowsOf(
  projection: Projection,
  { model, values }: Worked,
  series: readonly Series[],
  columns: Columns,
): readonly FlowResult[] {
  const names = [...new Set(series.map(({ name }) => name))];
  return names.map((name): FlowResult => {
    const own = series.filter((one) => one.name === name);
    const flow = projection.flows.find((one) => one.name === name);
    const amounts = own.map((one) => inColumns(slotsIn(one, 0, 1), columns));
    const total = own.reduce((sum, one) => sum + at(totalOf(one, values.trials), 0), 0);
    return {
      kind: own[0]?.kind ?? 'cost',
      name,
      label: labelOf(model, name),
      category: own[0]?.category ?? null,
      amount: flow === undefined ? null : textOf(model.files, flow.amount.span).trim(),
      timing: flow?.timing.text ?? null,
      total: shownMoney(total, projection.currency),
      amounts: columns.names.map((_, index) => rounded(amounts.reduce((sum, one) => sum + (one[index] ?? 0), 0))),
    };
  });
}

/** The label of the action whose costs flow under its name. */
const labelOf = (model: Model, name: string): string | null =>
  model.planning.actions.find((one) => one.name === name)?.label ?? null;

/** The last bits of a sum in doubles tell nothing. */
const rounded = (amount: number): number => Number(amount.toPrecision(15));
