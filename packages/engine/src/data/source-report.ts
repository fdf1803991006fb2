import type { Source } from '@benchbook/dsl';
import type { SourceReport } from '../results.js';
import type { Staged } from './load-source.js';

/** What a reader is told of a source. Rows read are always the rows kept and the rows dropped together. */
export function sourceReport(source: Source, staged: Staged, orphans: Readonly<Record<string, number>>): SourceReport {
  return {
    name: source.name,
    label: source.label,
    path: source.path,
    rows_read: staged.rowsRead,
    rows_kept: staged.quality.rows,
    dropped: staged.dropped,
    missing: staged.quality.missing,
    unreadable: staged.quality.unreadable,
    orphans,
  };
}
