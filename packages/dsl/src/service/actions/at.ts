import type { Declaration } from '../../syntax/nodes.js';
import type { Span } from '../../text/span.js';
import type { Analysis } from '../analysis.js';

/** Whether a stretch, or the cursor, lies at a place. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The declaration that a stretch begins in. */
export const declarationAt = ({ tree }: Analysis, { start }: Span): Declaration | undefined =>
  tree.declarations.find(({ span }) => span.start <= start && start <= span.end);
