import type { Expression } from '../model/expression.js';
import type { Model } from '../model/model.js';
import { parts } from '../model/walk.js';
import type { Span } from '../text/span.js';
import type { Scope } from './scope.js';

type Rules = Pick<
  Model,
  'sources' | 'metrics' | 'populations' | 'bands' | 'levels' | 'tiers' | 'scores' | 'benchmarks' | 'waivers'
>;

/** What nobody has, as a rule names it: `deals`, `accounts.credit_limit`. */
type Lack = string;

/**
 * Reports comparisons that are unknown for everybody, since a side reads what is `not available`, and columns of benchmarks
 * that judge nobody for the same reason.
 */
export function reportOnlyUnknown(scope: Scope, model: Rules): void {
  const lacks = new Lacks(model);
  if (lacks.none) return;
  const said = new Set<number>();
  const say = (span: Span, lack: Lack | null): void => {
    if (lack === null || said.has(span.start)) return;
    said.add(span.start);
    scope.report('B118', span, { what: scope.text(span).replace(/\s+/g, ' '), lack });
  };
  for (const expression of expressionsIn(model)) {
    if (expression.kind === 'compare') say(expression.span, lacks.of(expression.left) ?? lacks.of(expression.right));
    if (expression.kind === 'within' || expression.kind === 'in' || expression.kind === 'match')
      say(expression.span, lacks.of(expression.value));
  }
  for (const { table, metrics } of model.benchmarks)
    for (const [index, metric] of metrics.entries()) {
      const span = table.outputs[index]?.span;
      if (span) say(span, lacks.ofMetric(metric));
    }
}

/** Which values nobody can have. */
class Lacks {
  readonly #lost: ReadonlySet<Lack>;
  readonly #metrics: ReadonlyMap<string, Rules['metrics'][number]>;

  constructor({ sources, metrics }: Rules) {
    this.#lost = new Set(
      sources.flatMap(({ name, path, columns }) => [
        ...(path === null ? [name] : []),
        ...columns.flatMap((one) => (one.from.kind === 'not available' ? [`${name}.${one.name}`] : [])),
      ]),
    );
    this.#metrics = new Map(metrics.map((metric) => [metric.name, metric]));
  }

  get none(): boolean {
    return this.#lost.size === 0;
  }

  ofMetric(name: string): Lack | null {
    const metric = this.#metrics.get(name);
    return metric?.ifMissing === null ? this.of(metric.expression) : null;
  }

  /** What makes an expression unknown for everybody; null when nothing does for certain. */
  of(expression: Expression): Lack | null {
    switch (expression.kind) {
      case 'column':
        return this.#known(expression.source) ?? this.#known(`${expression.source}.${expression.column}`);
      case 'aggregate':
        return this.#known(expression.source);
      case 'given':
        return expression.by === 'metric' ? this.ofMetric(expression.name) : null;
      case 'arithmetic':
      case 'negate':
      case 'elapsed':
        return parts(expression).reduce<Lack | null>((found, part) => found ?? this.of(part), null);
      default:
        return null;
    }
  }

  #known(name: Lack): Lack | null {
    return this.#lost.has(name) ? name : null;
  }
}

/** Every checked expression of the rules, those inside others as well. */
function* expressionsIn(rules: unknown): Generator<Expression> {
  if (typeof rules !== 'object' || rules === null) return;
  if (isExpression(rules)) yield rules;
  for (const part of Object.values(rules)) yield* expressionsIn(part);
}

const isExpression = (node: object): node is Expression => 'kind' in node && 'type' in node && 'span' in node;
