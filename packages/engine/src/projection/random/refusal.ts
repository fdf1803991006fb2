/**
 * Why a number cannot be drawn. The checker refuses all of these but the last in a rulebook as it is written; a scenario may still
 * move a number of a distribution.
 */
export interface Refusal {
  /** Of the uncertain number. */
  readonly path: string;
  readonly why:
    /** Its ends, or its percentiles, do not rise as they must. */
    | 'order'
    /** A deviation, a shape or a percentile of a lognormal is not above 0. */
    | 'not positive'
    /** Its chances do not come to 1, or one of them is below 0. */
    | 'chances'
    /** No whole number lies between its ends. */
    | 'no whole number'
    /** The column of an empirical one has no known value. */
    | 'no values';
}
