import type { Quantity } from '@benchbook/dsl';
import { at, scaled, type Column } from './column.js';

/** The numbers of a rulebook in a block of trials: those that are drawn, and the others as they are written. */
export class Numbers {
  readonly #read = new Set<string>();

  /** @param drawn by path, each in its number's own unit; every column has `trials` numbers */
  constructor(
    readonly trials: number,
    private readonly drawn: ReadonlyMap<string, Column>,
  ) {}

  /** Paths of those that are drawn and have been asked for. */
  get read(): ReadonlySet<string> {
    return this.#read;
  }

  /** In base units: money in its currency, times in months or days, percents as fractions. */
  column(quantity: Quantity): Column {
    const drawn = this.#drawn(quantity);
    const scale = quantity.unit.scale.toNumber();
    // Exact for what is written: 650万 times 1/12 a year is one rounding, not two.
    return drawn === undefined ? quantity.value.times(quantity.unit.scale).toNumber() : scaled(drawn, scale);
  }

  /** A share a year, as a fraction. */
  yearly(rate: Quantity): Column {
    return scaled(this.column(rate), rate.unit.dimension.months === -1 ? 12 : 1);
  }

  /** In the number's own unit, in one trial. */
  own(quantity: Quantity, trial: number): number {
    const drawn = this.#drawn(quantity);
    return drawn === undefined ? quantity.value.toNumber() : at(drawn, trial);
  }

  /** Whether any of these is another number in each trial. */
  varies(quantities: readonly (Quantity | null)[]): boolean {
    return quantities.some((one) => one !== null && one.path !== null && typeof this.drawn.get(one.path) === 'object');
  }

  #drawn({ path }: Quantity): Column | undefined {
    const found = path === null ? undefined : this.drawn.get(path);
    if (found !== undefined && path !== null) this.#read.add(path);
    return found;
  }
}
