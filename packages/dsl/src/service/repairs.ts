import type { Code, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Analysis } from './analysis.js';
import type { Edits } from './findings.js';
import { nameChangedNumber } from './repairs/name-changed-number.js';
import { rescaleShares } from './repairs/rescale-shares.js';

/** Mends a finding by what the whole file says, at one place or at several; null where that is not mechanical. */
export type Repair = (analysis: Analysis, found: Diagnostic) => Edits | null;

/** Repairs that take more than the one edit which the checker can give with the finding. */
export const REPAIRS: Readonly<Partial<Record<Code, Repair>>> = {
  B401: rescaleShares,
  B502: nameChangedNumber,
  B602: rescaleShares,
};
