import type { WhyNot } from '../notices/what-if-notices.js';

/** Thrown where the kernel would not give exactly what the database gives: then the database is asked. */
export class Inexact extends Error {
  override readonly name = 'Inexact';

  constructor(readonly why: WhyNot) {
    super(`not exact: ${why.kind}`);
  }
}
