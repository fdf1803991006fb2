import type { Clause } from './nodes.js';

/** One of some kinds of clause, what it is called, and how it looks. */
export interface Need {
  readonly kinds: readonly Clause['kind'][];
  readonly clause: string;
  readonly example: string;
}
