import { similar } from '../../data/similar.js';
import type { QueryFault } from '../../notices/notebook-notices.js';

/** What is wrong with a query, and on which of its lines (from 1) if the database says so. */
export interface FoundFault {
  readonly fault: QueryFault;
  readonly line: number | null;
}

const SIGNS: readonly (readonly [RegExp, (match: RegExpExecArray, columns: readonly string[]) => QueryFault])[] = [
  [
    /Referenced column "([^"\n]{1,80})" not found|does not have a column named "([^"\n]{1,80})"/,
    ([, one, other], columns) => {
      const name = one ?? other ?? '';
      return { kind: 'column', name, near: similar(name, columns) };
    },
  ],
  [
    /Referenced table "([^"\n]{1,80})" not found|Table with name "?([^"\s]{1,80})"? does not exist/,
    ([, one, other]) => ({ kind: 'table', name: one ?? other ?? '', near: null }),
  ],
  [/^INTERRUPT/i, () => ({ kind: 'time' })],
  [/^Out of Memory|could not allocate|failed to (allocate|pin)/i, () => ({ kind: 'memory' })],
  [/GROUP BY|aggregates? function|cannot contain aggregates/i, () => ({ kind: 'group' })],
  [
    /^(Conversion|Out of Range|Invalid Input|Mismatch Type) Error|Could not convert|No function matches|Cannot compare|Cannot mix/i,
    () => ({ kind: 'value' }),
  ],
];

/** Puts what the database said into our own words; its own are not shown to anybody. */
export function queryFault(cause: unknown, columns: readonly string[]): FoundFault {
  const said = cause instanceof Error ? cause.message : String(cause);
  const line = /^LINE (\d+):/m.exec(said)?.[1];
  for (const [sign, fault] of SIGNS) {
    const match = sign.exec(said);
    if (match !== null) return { fault: fault(match, columns), line: line === undefined ? null : Number(line) };
  }
  return { fault: { kind: 'other' }, line: line === undefined ? null : Number(line) };
}
