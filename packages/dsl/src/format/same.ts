import type { Declaration } from '../syntax/nodes.js';

/** Whether two declarations say the same, wherever each of them stands. */
export const sameDeclaration = (a: Declaration, b: Declaration): boolean => said(a) === said(b);

const said = (declaration: Declaration): string =>
  JSON.stringify({ ...declaration, doc: null }, (key, value: unknown) =>
    key === 'span' || key === 'nounSpan' ? undefined : value,
  );
