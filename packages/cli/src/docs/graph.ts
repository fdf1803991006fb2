import { textOf, type Declaration, type Program } from '@benchbook/dsl';
import { idOf, pieces, type Names } from './names.js';

/** What depends on what, stage by stage. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** From what is read to what reads it, by node id. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export interface GraphNode {
  readonly id: string;
  readonly noun: string;
  readonly name: string;
  readonly label: string | null;
  /** 0 for the data, then what is made of it. */
  readonly stage: number;
  /** A benchmark that nothing applies. */
  readonly isIdle: boolean;
}

/** The stage of each noun that is drawn. */
const STAGES: Readonly<Record<string, number>> = {
  ...{ source: 0, param: 1, context: 1, table: 1, population: 1, band: 1, metric: 2, benchmark: 3, waiver: 3, level: 4, tier: 4 },
  ...{ score: 5, target: 6, action: 6, resource: 6, budget: 6, model: 7 },
};

/** The nouns whose tables hold formulas in their cells; elsewhere only a header names things. */
const FORMULAS: ReadonlySet<string> = new Set(['score', 'target', 'model']);

/** Words for what judging found. */
const JUDGING: ReadonlySet<string> = new Set(['failed', 'passed', 'judged', 'unknown', 'shortfall']);

export function graphOf(program: Program, names: Names, labelOf: (declaration: Declaration) => string | null): Graph {
  const drawn = program.declarations.filter(({ noun, name }) => name !== null && noun !== null && noun in STAGES);
  const applies = program.declarations.filter(({ noun }) => noun === 'apply').map(applied);
  const asked = new Set(applies.flatMap(({ benchmarks }) => benchmarks));
  const byName = new Map(drawn.map(({ noun, name }) => [name?.text ?? '', idOf(noun ?? '', name?.text ?? '')]));
  const edges = new Map<string, { from: string; to: string }>();
  const join = (from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined && from !== to) edges.set(`${from} ${to}`, { from, to });
  };
  for (const declaration of drawn) {
    const own = byName.get(declaration.name?.text ?? '');
    for (const word of wordsOf(program, declaration)) {
      const source = names.declared.has(word) ? undefined : names.columns.get(word);
      join(byName.get(source ?? word), own);
      if (JUDGING.has(word) && declaration.noun !== 'source') for (const each of asked) join(byName.get(each), own);
    }
  }
  for (const { population, benchmarks } of applies)
    for (const each of benchmarks) join(byName.get(population), byName.get(each));
  return {
    nodes: drawn.map((declaration) => ({
      id: byName.get(declaration.name?.text ?? '') ?? '',
      noun: declaration.noun ?? '',
      name: declaration.name?.text ?? '',
      label: labelOf(declaration),
      stage: STAGES[declaration.noun ?? ''] ?? 0,
      isIdle: declaration.noun === 'benchmark' && !asked.has(declaration.name?.text ?? ''),
    })),
    edges: [...edges.values()],
  };
}

function applied({ clauses }: Declaration): { readonly population: string; readonly benchmarks: readonly string[] } {
  const to = clauses.find((clause) => clause.kind === 'to');
  const benchmarks = clauses.find((clause) => clause.kind === 'benchmarks');
  return {
    population: to?.kind === 'to' ? to.name.text : '',
    benchmarks: benchmarks?.kind === 'benchmarks' ? benchmarks.names.map(({ text }) => text) : [],
  };
}

/** The words of a declaration that may name something else. */
function wordsOf({ files }: Program, { noun, name, clauses }: Declaration): ReadonlySet<string> {
  const texts = clauses.flatMap((clause) => {
    const table = 'table' in clause ? clause.table : null;
    if (table === null) return [textOf(files, clause.span)];
    const rows = FORMULAS.has(noun ?? '') ? table.rows : [];
    if (noun === 'source') return table.rows.flatMap(({ cells }) => /->\s*(\S+)/.exec(cells[1]?.raw ?? '')?.[1] ?? []);
    return [table.header, ...rows].flatMap(({ cells }) => cells.map(({ raw }) => raw));
  });
  const words = texts.flatMap((text) => pieces(text.replaceAll(/#.*$/gm, '')));
  return new Set(words.flatMap(({ text, isName }) => (isName && text !== name?.text ? [text] : [])));
}
