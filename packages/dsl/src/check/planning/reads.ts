import type { Expression } from '../../model/expression.js';
import type { PlanFigure } from '../../model/planning/plan-figure.js';
import { inputsOf, walk } from '../../model/walk.js';
import { column } from '../ground.js';
import type { Scope } from '../scope.js';
import { planFigureParts } from '../../model/plan-figure-parts.js';

/**
 * The data that something rests on, through everything that is declared: `contacts` where the rows of a source are counted
 * or gone through, `contacts.level` where a column is read.
 */
export type Reads = ReadonlySet<string>;

/** What the figures' rows read. Who belongs to a population is frozen before actions, so it does not count. */
export function readsOfFigure(scope: Scope, figure: PlanFigure): Reads {
  const reader = new Reader(scope);
  for (const part of planFigureParts(figure)) {
    switch (part.kind) {
      case 'summary':
      case 'rows':
      case 'tally':
      case 'converted':
        if (part.kind === 'rows') reader.found.add(part.source);
        if ('of' in part && part.of) reader.read(part.of);
        if (part.where) reader.read(part.where);
        break;
      case 'attainment':
        reader.metric(part.metric);
        reader.judged();
        break;
      case 'quality':
        reader.found.add(`${part.source}.${part.column}`).add(part.source);
        break;
      default:
        break;
    }
  }
  return reader.found;
}

/** What an expression on rows reads. */
export function readsOf(scope: Scope, expression: Expression): Reads {
  const reader = new Reader(scope);
  reader.read(expression);
  return reader.found;
}

class Reader {
  readonly found = new Set<string>();
  readonly #scope: Scope;
  readonly #seen = new Set<string>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  read(expression: Expression): void {
    for (const part of walk(expression)) this.#part(part);
  }

  #part(part: Expression): void {
    switch (part.kind) {
      case 'column':
        return this.#column(part.source, part.column, part);
      case 'aggregate':
        this.found.add(part.source);
        return;
      case 'given':
      case 'output':
        return this.#declared(part.by, part.name);
      case 'judgement':
      case 'shortfall':
        return this.judged();
      default:
        return;
    }
  }

  /** A derived column reads what it is worked out of. */
  #column(source: string, name: string, { span }: Expression): void {
    if (!this.#first(`${source}.${name}`)) return;
    this.found.add(`${source}.${name}`);
    const owner = this.#scope.get('source', source, span);
    const from = owner && column(owner, name)?.from;
    if (from?.kind === 'derived') this.read(from.expression);
  }

  metric(name: string): void {
    this.#declared('metric', name);
  }

  #declared(by: 'metric' | 'band' | 'tier' | 'level' | 'score', name: string): void {
    if (!this.#first(`${by} ${name}`)) return;
    const at = { start: 0, end: 0 };
    switch (by) {
      case 'metric': {
        const metric = this.#scope.get('metric', name, at);
        if (metric) this.read(metric.expression);
        return;
      }
      case 'tier': {
        const tier = this.#scope.get('tier', name, at);
        if (tier) this.read(tier.by);
        return;
      }
      case 'score':
        for (const term of this.#scope.get('score', name, at)?.terms ?? []) this.read(term.value);
        return;
      case 'band':
      case 'level': {
        const owner = this.#scope.get(by, name, at);
        if (owner) for (const input of inputsOf(owner.table)) this.read(input);
        return;
      }
    }
  }

  /** Judging reads every applied benchmark: its metrics, and what chooses its row. */
  judged(): void {
    if (!this.#first('judging')) return;
    const at = { start: 0, end: 0 };
    for (const name of this.#scope.applies(at).flatMap((apply) => apply.benchmarks)) {
      const benchmark = this.#scope.get('benchmark', name, at);
      for (const metric of benchmark?.metrics ?? []) this.metric(metric);
      for (const input of benchmark ? inputsOf(benchmark.table) : []) this.read(input);
    }
  }

  #first(key: string): boolean {
    const first = !this.#seen.has(key);
    this.#seen.add(key);
    return first;
  }
}
