import { isOwn } from '../analysis.js';
import type { Offer } from '../actions.js';
import { quickFix, styleFix } from '../findings.js';
import { touches } from './at.js';

/** The mechanical repairs of what is wrong here, then of what could be written better. */
export const quickFixes: Offer = (analysis, within) => [
  ...analysis.diagnostics.flatMap((found) => {
    const fix = isOwn(analysis, found.span) && touches(found.span, within) ? quickFix(analysis, found) : null;
    return fix ? [{ ...fix, kind: 'fix' as const, code: found.code }] : [];
  }),
  ...analysis.style().flatMap((found) => {
    const fix = touches(found.span, within) ? styleFix(analysis, found) : null;
    return fix ? [{ ...fix, kind: 'fix' as const, code: found.code }] : [];
  }),
];
