/** A linear program, some of whose columns may have to be whole. Infinity stands for no bound. */
export interface Program {
  readonly direction: 'maximise' | 'minimise';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly cost: number;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

/** low ≤ Σ values × columns ≤ high. */
export interface Row {
  readonly low: number;
  readonly high: number;
  /** The places of columns, rising. */
  readonly places: readonly number[];
  readonly values: readonly number[];
}

export interface SolverLimits {
  /** How far from the best the answer may be, as a share of it. */
  readonly gap: number;
  readonly seconds: number;
}

export type Solved =
  | {
      /** `best`: within the gap asked for; `stopped`: the best that was found in the time. */
      readonly status: 'best' | 'stopped';
      readonly objective: number;
      /** No answer can be better than this. */
      readonly bound: number;
      /** How far the bound is from the objective, as a share of it. */
      readonly gap: number;
      readonly values: Float64Array;
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'nothing found' };
