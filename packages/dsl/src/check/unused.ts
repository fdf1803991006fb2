import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration } from '../syntax/nodes.js';
import type { Program } from '../syntax/program.js';
import { textOf } from '../text/files.js';
import type { Span } from '../text/span.js';
import { removal } from './line-edits.js';
import { meaningKey } from './uses.js';
import type { MeaningKind, NameUse } from './uses.js';

/** What is there to be read by something else. All other declarations are what a rulebook comes to, as a metric is: the report shows each. */
const READ: ReadonlySet<Declaration['noun']> = new Set(['source', 'param', 'context', 'band', 'table'] as const);

/** What comes out of a rulebook. A file without any is there for those that use it. */
const RESULTS: ReadonlySet<Declaration['noun']> = new Set([
  'metric',
  'check',
  'show',
  'test',
  'apply',
  'score',
] as const);

/**
 * Declarations of the file asked for that nothing reads, and benchmarks that nothing applies although nothing else asks
 * anything of their metrics: beside one that is applied, another is an alternative kept for a what-if.
 */
export function unusedDeclarations({ files: [entry], declarations }: Program, uses: readonly NameUse[]): Diagnostic[] {
  if (entry === undefined || !declarations.some(({ noun }) => RESULTS.has(noun))) return [];
  const readers = new Readers(declarations, uses, (span) => textOf([entry], span));
  return entry.declarations.flatMap((declaration): Diagnostic[] => {
    const { noun, name, broken } = declaration;
    if (name === null || noun === null || broken || readers.any(declaration)) return [];
    if (READ.has(noun))
      return [diagnostic('B115', name.span, { noun, name: name.text }, { fix: removal(entry, declaration) })];
    const alone = noun === 'benchmark' && !readers.othersJudge(declaration);
    return alone ? [diagnostic('B116', name.span, { name: name.text })] : [];
  });
}

class Readers {
  readonly #spans = new Map<string, Span[]>();
  readonly #owned = new Map<string, Span[]>();
  readonly #broken: readonly string[];
  readonly #applied: readonly Declaration[];

  constructor(
    private readonly declarations: readonly Declaration[],
    private readonly uses: readonly NameUse[],
    written: (span: Span) => string,
  ) {
    for (const { means, span } of uses) {
      put(this.#spans, meaningKey(means), span);
      if (means.owner !== null) put(this.#owned, means.owner, span);
    }
    // What a declaration that could not be read would have used is not known: any name in it may be one.
    this.#broken = declarations.filter((one) => one.broken).map((one) => written(one.span));
    this.#applied = declarations.filter((one) => one.noun === 'benchmark' && this.any(one));
  }

  /** Whether anything outside a declaration names it, or a column of it. */
  any({ noun, name, span }: Declaration): boolean {
    if (name === null || noun === null) return false;
    const key = meaningKey({ kind: noun as MeaningKind, owner: null, name: name.text });
    const named = [...(this.#spans.get(key) ?? []), ...(this.#owned.get(name.text) ?? [])];
    const outside = named.some(({ start, end }) => end <= span.start || start >= span.end);
    return outside || this.#broken.some((text) => text.includes(name.text));
  }

  /** Whether a benchmark that is applied judges one of the metrics, too. */
  othersJudge(declaration: Declaration): boolean {
    const metrics = this.#metricsOf(declaration);
    return this.#applied.some((other) => [...this.#metricsOf(other)].some((metric) => metrics.has(metric)));
  }

  #metricsOf(declaration: Declaration): ReadonlySet<string> {
    const header = clauseOf(declaration, 'table')?.table.header.span ?? declaration.span;
    const inHeader = this.uses.filter(({ span }) => header.start <= span.start && span.end <= header.end);
    return new Set(inHeader.filter(({ means }) => means.kind === 'metric').map(({ means }) => means.name));
  }
}

function put(map: Map<string, Span[]>, key: string, span: Span): void {
  const known = map.get(key);
  if (known) known.push(span);
  else map.set(key, [span]);
}
