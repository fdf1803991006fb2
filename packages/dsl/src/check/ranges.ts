import type { Expression } from '../model/expression.js';
import type { Model, ScoreRange, ScoreTerm } from '../model/model.js';
import type { Span } from '../text/span.js';
import type { Checked } from './checked.js';

export type Interval = readonly [low: number, high: number];

/** What is assumed while a range is worked out: the label of one level. */
interface Given {
  readonly level: string;
  readonly label: string;
}

/** Where the tables that a score reads are found: a scope, or a model. */
interface Declarations {
  readonly get: <N extends 'level' | 'band' | 'tier' | 'score'>(noun: N, name: string, at: Span) => Checked[N] | null;
}

/** The values an expression can reach, by interval arithmetic; null where there is no telling. */
export function rangeOfExpression(scope: Declarations, expression: Expression, given: Given | null): Interval | null {
  const range = (part: Expression): Interval | null => rangeOfExpression(scope, part, given);
  switch (expression.kind) {
    case 'constant':
      return expression.constant.kind === 'quantity' ? point(expression.constant.quantity.value.toNumber()) : null;
    case 'percent_rank':
    case 'cumulative_share':
    case 'shortfall':
      return [0, 1];
    case 'output':
      return outputRange(scope, expression, given);
    case 'given':
      return expression.by === 'score'
        ? (scope.get('score', expression.name, expression.span)?.range.all ?? null)
        : null;
    case 'negate': {
      const of = range(expression.of);
      return of && [-of[1], -of[0]];
    }
    case 'arithmetic':
      return arithmeticRange(expression.operator, range(expression.left), range(expression.right));
    case 'call':
      return callRange(expression, range);
    case 'compare':
    case 'within':
    case 'in':
    case 'match':
    case 'missing':
    case 'and':
    case 'or':
    case 'not':
    case 'column':
    case 'list':
    case 'judgement':
    case 'aggregate':
    case 'lookup':
    case 'elapsed':
    case 'size':
      return null;
  }
}

const point = (value: number): Interval => [value, value];
const hull = (values: readonly number[]): Interval | null =>
  values.length === 0 ? null : [Math.min(...values), Math.max(...values)];

/** `risk.points`: over the rows of the table, or over those of the label that is given. */
function outputRange(
  scope: Declarations,
  expression: Extract<Expression, { kind: 'output' }>,
  given: Given | null,
): Interval | null {
  const owner = scope.get(expression.by, expression.name, expression.span);
  const index = owner?.table.outputs.findIndex((output) => output.name === expression.output) ?? -1;
  if (!owner || index < 0) return null;
  const rows = owner.table.rows.filter((row) => {
    const label = row.outcomes[0];
    return given?.level !== expression.name || (label?.kind === 'text' && label.text === given.label);
  });
  const values = rows.map((row) => row.outcomes[index]);
  if (values.some((value) => value?.kind !== 'quantity')) return null;
  return hull(values.flatMap((value) => (value?.kind === 'quantity' ? [value.quantity.value.toNumber()] : [])));
}

function arithmeticRange(
  operator: '+' | '-' | '*' | '/',
  left: Interval | null,
  right: Interval | null,
): Interval | null {
  if (left === null || right === null) return null;
  switch (operator) {
    case '+':
      return [left[0] + right[0], left[1] + right[1]];
    case '-':
      return [left[0] - right[1], left[1] - right[0]];
    case '*':
      return hull(left.flatMap((a) => right.map((b) => a * b)));
    case '/':
      return right[0] <= 0 && right[1] >= 0 ? null : hull(left.flatMap((a) => right.map((b) => a / b)));
  }
}

function callRange(
  expression: Extract<Expression, { kind: 'call' }>,
  range: (part: Expression) => Interval | null,
): Interval | null {
  if (expression.name === 'clamp') return clampRange(expression.arguments.map(range));
  const all = expression.arguments.slice(expression.name === 'if' ? 1 : 0).map(range);
  const known = all.flatMap((one) => (one ? [one] : []));
  const [first] = known;
  if (first === undefined || known.length < all.length) return null;
  switch (expression.name) {
    case 'if':
      return hull(known.flat());
    case 'min':
      return [Math.min(...known.map((one) => one[0])), Math.min(...known.map((one) => one[1]))];
    case 'max':
      return [Math.max(...known.map((one) => one[0])), Math.max(...known.map((one) => one[1]))];
    case 'floor':
      return [Math.floor(first[0]), Math.floor(first[1])];
    case 'ceil':
      return [Math.ceil(first[0]), Math.ceil(first[1])];
    case 'abs':
      return [first[0] <= 0 && first[1] >= 0 ? 0 : Math.min(...first.map(Math.abs)), Math.max(...first.map(Math.abs))];
    case 'round':
    case 'sqrt':
    case 'ln':
      return null;
  }
}

/** Clamping bounds even what is not known. */
function clampRange([value, low, high]: readonly (Interval | null)[]): Interval | null {
  if (!low || !high) return null;
  if (!value) return [low[0], high[1]];
  const into = (x: number, least: number, most: number): number => Math.min(Math.max(x, least), most);
  return [into(value[0], low[0], high[0]), into(value[1], low[1], high[1])];
}

/** What a score can reach, and what it can reach given each label of each level its terms use. */
export function scoreRange(scope: Declarations, terms: readonly ScoreTerm[], times: number): ScoreRange {
  const levels = [...new Set(terms.flatMap((term) => levelsIn(term.value)))];
  const byLevel = levels.flatMap((level) => {
    const labels = scope.get('level', level, terms[0]?.span ?? { start: 0, end: 0 })?.labels ?? [];
    return labels.flatMap((label) => {
      const range = weighted(scope, terms, times, { level, label });
      return range ? [{ level, label, range }] : [];
    });
  });
  return { all: weighted(scope, terms, times, null), byLevel };
}

function weighted(
  scope: Declarations,
  terms: readonly ScoreTerm[],
  times: number,
  given: Given | null,
): Interval | null {
  const parts = terms.map((term) =>
    arithmeticRange('*', point(term.weight.value.toNumber()), rangeOfExpression(scope, term.value, given)),
  );
  const known = parts.flatMap((part) => (part ? [part] : []));
  if (known.length < parts.length) return null;
  const sum = (end: 0 | 1): number => tidy(times * known.reduce((total, part) => total + part[end], 0));
  return times >= 0 ? [sum(0), sum(1)] : [sum(1), sum(0)];
}

/** Binary sums of decimals end in dust: 0.4 + 0.9 + 0.3 is to be 1.6. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function levelsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'output':
      return expression.by === 'level' ? [expression.name] : [];
    case 'arithmetic':
      return [...levelsIn(expression.left), ...levelsIn(expression.right)];
    case 'negate':
      return levelsIn(expression.of);
    case 'call':
      return expression.arguments.flatMap(levelsIn);
    default:
      return [];
  }
}

/** The model with what its scores can reach worked out anew: for other weights, or other points of a level. */
export function withScoreRanges(model: Model): Model {
  const kinds = { level: model.levels, band: model.bands, tier: model.tiers, score: model.scores };
  const declarations: Declarations = {
    get: <N extends keyof typeof kinds>(noun: N, name: string) =>
      (kinds[noun].find((one) => one.name === name) as Checked[N] | undefined) ?? null,
  };
  const scores = model.scores.map((score) => {
    const terms = score.terms.map((term) => ({ ...term, range: rangeOfExpression(declarations, term.value, null) }));
    return { ...score, terms, range: scoreRange(declarations, terms, score.times?.value.toNumber() ?? 1) };
  });
  return { ...model, scores };
}
