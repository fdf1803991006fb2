import { STATES } from '../results.js';
import { literal, type SqlExpression } from './expression.js';

/** The states as they are stored: indexes into STATES. */
export const [FAILED, PASSED, UNKNOWN, NOT_JUDGED] = STATES.map((_, index) => literal(index)) as [
  SqlExpression,
  SqlExpression,
  SqlExpression,
  SqlExpression,
];
