import type { Clause, Declaration } from '../syntax/nodes.js';
import type { Difference } from './rulebook-diff.js';
import { tableOf, type Side } from './side.js';
import { diffTables } from './tables.js';

/** What is different between a declaration and what became of it. */
export function diffDeclarations(from: Side, before: Declaration, to: Side, after: Declaration): readonly Difference[] {
  const clauses = { from: keyed(from, before), to: keyed(to, after) };
  return [
    ...diffTexts(from, before, to, after),
    ...[...clauses.to].flatMap(([key, clause]) => {
      const old = clauses.from.get(key);
      if (old === undefined) return [clauseDetail(from, null, to, clause)];
      return diffClauses({ side: from, declaration: before, clause: old }, { side: to, declaration: after, clause });
    }),
    ...[...clauses.from].flatMap(([key, clause]) =>
      clauses.to.has(key) ? [] : [clauseDetail(from, clause, to, null)],
    ),
  ];
}

function diffTexts(from: Side, before: Declaration, to: Side, after: Declaration): readonly Difference[] {
  const lines = { from: from.line(before.nounSpan), to: to.line(after.nounSpan) };
  const text = (
    kind: 'label' | 'translation' | 'doc',
    what: string,
    [old, now]: readonly [string | null, string | null],
  ): readonly Difference[] => (old === now ? [] : [{ kind, what, from: old, to: now, lines }]);
  return [
    ...text('label', 'label', [before.label, after.label]),
    ...(['en', 'zh'] as const).flatMap((language) =>
      text('translation', language, [before.translations[language] ?? null, after.translations[language] ?? null]),
    ),
    ...text('doc', 'doc', [before.doc, after.doc]),
  ];
}

interface ClauseAt {
  readonly side: Side;
  readonly declaration: Declaration;
  readonly clause: Clause;
}

function diffClauses(old: ClauseAt, now: ClauseAt): readonly Difference[] {
  const tables = { from: tableOf(old.clause), to: tableOf(now.clause) };
  if (tables.from === null || tables.to === null)
    return old.side.meaning(old.clause) === now.side.meaning(now.clause)
      ? []
      : [clauseDetail(old.side, old.clause, now.side, now.clause)];
  const name = 'name' in now.clause ? `${now.clause.kind} ${now.clause.name.text}` : '';
  return diffTables(name, { ...old, table: tables.from }, { ...now, table: tables.to });
}

function clauseDetail(from: Side, before: Clause | null, to: Side, after: Clause | null): Difference {
  return {
    kind: 'clause',
    what: (after ?? before)?.kind ?? '',
    from: before && from.written(before.span),
    to: after && to.written(after.span),
    lines: { from: before && from.line(before.span), to: after && to.line(after.span) },
  };
}

/** Clauses by their keyword and what they are about; of several of a kind by their order. */
function keyed(side: Side, { clauses }: Declaration): ReadonlyMap<string, Clause> {
  const found = new Map<string, Clause>();
  for (const clause of clauses) {
    const about = tableOf(clause) !== null && 'name' in clause ? clause.name.text : '';
    const key = `${clause.kind} ${side.renamed.get(about) ?? about}`;
    let place = 1;
    while (found.has(`${key} ${place}`)) place += 1;
    found.set(`${key} ${place}`, clause);
  }
  return found;
}
