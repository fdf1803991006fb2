import type { DataFacts, Model } from '@benchbook/dsl';
import type { Language, NoticeData, Reading, Report, Run } from '@benchbook/engine';

/** What the server knows at one moment. A new object with each revision; never changed in place. */
export interface LiveState {
  readonly revision: number;
  readonly reading: Reading | null;
  /** The last run that gave a report. */
  readonly run: Run | null;
  /** What `run` is a run of; null while there is none. */
  readonly rules: Model | null;
  /** What an editor shows of the data of `run`, counted when it is first asked for; null while there is no run. */
  readonly facts: (() => Promise<DataFacts>) | null;
  /** Its report in every language; empty while there is none. */
  readonly reports: ReadonlyMap<Language, Report>;
  /** When they were made; null while there is none. */
  readonly madeAt: Date | null;
  /** The text or the data on disk no longer give `run`. */
  readonly stale: boolean;
  /** What `run` goes without, because of errors: it is of the rest of the rulebook. Empty when it is of the whole. */
  readonly leftOut: readonly string[];
  readonly problems: readonly NoticeData[];
  /** What was thrown and is no one's mistake but ours; null when nothing was. */
  readonly fault: unknown;
}

export const START: LiveState = {
  revision: 0,
  reading: null,
  run: null,
  rules: null,
  facts: null,
  reports: new Map(),
  madeAt: null,
  stale: false,
  leftOut: [],
  problems: [],
  fault: null,
};
