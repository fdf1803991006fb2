import { createHash } from 'node:crypto';
import type { Report } from '@benchbook/engine';

export const SNAPSHOT_SCHEMA = 'benchbook.snapshot/1';

/** A file that went into a run: its path below the root, and the SHA-256 of what it held. */
export interface KeptFile {
  readonly path: string;
  readonly hash: string;
}

/** Everything that decides what a run comes to. The same of it gives the same results, byte for byte. */
export interface Inputs {
  /** The rulebook first, then the files that it uses. */
  readonly rules: readonly KeptFile[];
  readonly data: readonly KeptFile[];
  readonly as_of: string | null;
  readonly population: string;
  readonly scenario: string | null;
  /** Each `--set`, as it was written. */
  readonly set: readonly string[];
}

/** One run, as it is kept: what went in, what came out, and by which engine. */
export interface Snapshot {
  readonly schema: typeof SNAPSHOT_SCHEMA;
  /** SHA-256 over all of it but when and why it was kept. */
  readonly id: string;
  /** When it was kept, ISO 8601. */
  readonly at: string;
  readonly note: string | null;
  readonly engine: string;
  readonly rulebook: { readonly name: string; readonly label: string | null; readonly version: string | null };
  readonly inputs: Inputs;
  /** Whether the data lies in the store: without it a run can be compared, but not replayed once its files have changed. */
  readonly has_data: boolean;
  /** The report in English without its ranking, and the ranked table as an Arrow stream: their SHA-256, under which the store has them. */
  readonly results: { readonly report: string; readonly ranking: string };
}

/** A run that could be kept. */
export interface Taken {
  readonly snapshot: Omit<Snapshot, 'at' | 'note' | 'has_data'>;
  readonly report: Report;
  readonly ranking: Uint8Array;
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** So much of an id tells snapshots apart for a reader; a person may write less. */
const SHOWN = 8;
export const shortId = (id: string): string => id.slice(0, SHOWN);
