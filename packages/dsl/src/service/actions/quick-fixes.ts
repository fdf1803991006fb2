import { isOwn } from '../analysis.js';
import type { Offer } from '../actions.js';
import { quickFix } from '../findings.js';
import { touches } from './at.js';

/** The mechanical repairs of what is wrong here. */
export const quickFixes: Offer = (analysis, within) =>
  analysis.diagnostics.flatMap((found) => {
    const fix = isOwn(analysis, found.span) && touches(found.span, within) ? quickFix(analysis, found) : null;
    return fix ? [{ ...fix, kind: 'fix', code: found.code }] : [];
  });
