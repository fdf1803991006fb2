import type { Query } from './query-results.js';

/** Queries after those whose rows they read; `circles` are those that cannot be put in order. */
export function inOrder(queries: readonly Query[]): {
  readonly order: readonly Query[];
  readonly circles: readonly { readonly query: Query; readonly names: readonly string[] }[];
} {
  const byName = new Map(
    queries.flatMap((query) => (query.cell.info.into === null ? [] : [[query.cell.info.into, query]])),
  );
  const order: Query[] = [];
  const circles: { readonly query: Query; readonly names: readonly string[] }[] = [];
  const done = new Set<Query>();
  const visit = (query: Query, open: readonly Query[]): void => {
    const since = open.indexOf(query);
    if (since >= 0) {
      const names = open.slice(since).flatMap(({ cell }) => cell.info.into ?? []);
      for (const one of open.slice(since))
        if (!circles.some((circle) => circle.query === one)) circles.push({ query: one, names });
      return;
    }
    if (done.has(query)) return;
    for (const { schema, name } of query.tables) {
      const read = schema === '' ? byName.get(name) : undefined;
      if (read !== undefined) visit(read, [...open, query]);
    }
    done.add(query);
    order.push(query);
  };
  for (const query of queries) visit(query, []);
  return { order, circles };
}
