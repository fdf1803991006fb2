import type { Action, Figure, Unit } from '@benchbook/dsl';
import { base } from '../../plan/units.js';
import type { DataSource, TableCoverage } from '../../projection/figures/asked-data.js';
import type { Column } from '../../projection/values/column.js';
import type { Executed } from '../../run/execute.js';
import type { NotAdditive } from '../../run/counterfactual/additive.js';
import { effects, type Effects } from '../../run/counterfactual/effects.js';
import { takenOn } from '../../run/counterfactual/taken-on.js';
import { withActions, type Counterfactual } from '../../run/counterfactual/with-actions.js';
import { asNumber, evaluate, unitOf } from '../../run/figures.js';
import { readScored } from '../../run/read.js';
import { chooseRow } from '../../sql/choose-row.js';
import { asDouble, compile } from '../../sql/compile-expression.js';
import { aggregate, column, isKnown, literal, operator } from '../../sql/expression.js';
import { output, select, table } from '../../sql/query.js';

/** What a plan reads of the data. The rules are run when the first figure is asked for: a plan of money alone needs no data. */
export class PlanData implements DataSource {
  readonly #effects = new Map<string, Promise<Effects | NotAdditive>>();
  readonly #runs = new Map<string, Promise<Counterfactual>>();

  /** @param most on how many an action can begin in the time of the plan; null: on any number */
  constructor(
    private readonly run: () => Promise<Executed>,
    private readonly most: (action: Action) => number | null,
    private readonly signal: AbortSignal,
    /** On whom actions are taken, where it is chosen; else on all who are eligible. */
    private readonly chosen: ReadonlyMap<string, readonly string[]> | null = null,
  ) {}

  /** The same data, with actions taken on those who are chosen. */
  taking(chosen: ReadonlyMap<string, readonly string[]>): PlanData {
    return new PlanData(this.run, this.most, this.signal, chosen);
  }

  /** What actions save of a figure, entity by entity; see `effects`. Told once of each. */
  effects(actions: readonly string[], figure: Figure): Promise<Effects | NotAdditive> {
    const key = JSON.stringify([actions, figure], (name, value: unknown) => (name === 'span' ? undefined : value));
    const known = this.#effects.get(key) ?? this.run().then((run) => effects(run, actions, figure, this.signal));
    this.#effects.set(key, known);
    return known;
  }

  readonly figures = async (figures: readonly Figure[], actions: readonly string[]): Promise<readonly Column[]> => {
    const run = await this.#with(actions);
    return run.held(() => Promise.all(figures.map((figure) => baseValue(figure, run))));
  };

  readonly taken = async (action: string, actions: readonly string[]): Promise<Column> => {
    const { entities } = await takenOn(await this.#acting(actions), action, 0);
    return entities;
  };

  readonly members = async (coverage: TableCoverage): Promise<readonly number[]> => {
    const run = await this.run();
    const { population: name, table } = coverage;
    const population = run.plan.model.populations.find((one) => one.name === name);
    const about = population === undefined || name === run.plan.population.name ? run : await run.elsewhere(population);
    const gives = table.rows.map((_, index) => String(index));
    const columns = await readScored(about, (scope) => {
      const inputs = table.inputs.map(({ expression }) => compile(expression, scope));
      const row = chooseRow(table, inputs, scope, gives);
      return {
        columns: table.rows.map((_, index) =>
          output(aggregate('count', [], { where: operator(row, '=', literal(index + 1)) }), `row_${String(index)}`),
        ),
      };
    });
    return table.rows.map((_, index) => columns.number(`row_${String(index)}`));
  };

  readonly values = async (source: string, name: string, unit: Unit): Promise<Float64Array> => {
    const { database, sources } = await this.run();
    const own = column(name);
    const read = await database.read(
      select({ columns: [output(asDouble(own), 'value')], from: table(sources.tables(source)), where: isKnown(own) }),
    );
    // Tables hold base units.
    return Float64Array.from(read.numbers('value'), (value) => (value ?? NaN) / unit.scale.toNumber());
  };

  async #with(actions: readonly string[]): Promise<Executed> {
    return actions.length === 0 ? this.run() : this.#acting(actions);
  }

  /** The run as it would be with these actions taken on all who are eligible: made once. */
  #acting(actions: readonly string[]): Promise<Counterfactual> {
    const key = JSON.stringify(actions);
    const acting = this.#runs.get(key) ?? this.#take(actions);
    this.#runs.set(key, acting);
    return acting;
  }

  async #take(actions: readonly string[]): Promise<Counterfactual> {
    const taken = actions.map((action) => ({ action, on: this.chosen?.get(action) ?? ('eligible' as const) }));
    return withActions(await this.run(), taken, { most: this.most, signal: this.signal });
  }
}

async function baseValue(figure: Figure, run: Executed): Promise<number> {
  const unit = unitOf(figure);
  const value = await evaluate(figure, run, unit === null ? null : base(unit));
  // Nobody's amounts come to nothing; of what is not there to be added up is another matter.
  if (value === null) return isSum(figure) && run.size > 0 ? 0 : NaN;
  return asNumber(value);
}

const isSum = (figure: Figure): boolean =>
  (figure.kind === 'summary' && figure.name === 'sum') || (figure.kind === 'rows' && figure.name === 'sum');
