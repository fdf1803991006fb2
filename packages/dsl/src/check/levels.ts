import type { Benchmark, Level, Source, Tier } from '../model/model.js';
import { COUNT, numberType } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, Word } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import { labelledColumns, labelsOfTable, labelTable } from './bands.js';
import { clashesWithColumn, declared } from './declared.js';
import { headerNode, inputColumns } from './decision.js';
import { entityOf } from './entity.js';
import { checkExpression, groundOn } from './expression.js';
import type { Counts } from './gaps.js';
import { JUDGEMENTS } from './names.js';
import type { HeaderColumn } from './header.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';

export function checkLevel(scope: Scope, declaration: Declaration, name: Word): Level | null {
  const table = clauseOf(declaration, 'table')?.table;
  const columns = table && labelledColumns(scope, declaration, name, table);
  if (!columns) return null;
  const source = judgedSource(scope, declaration, columns.inputs);
  if (source) clashesWithColumn(scope, declaration, name, source);
  const inputs = inputColumns(columns.inputs, groundOn(scope, source, true));
  const judging = inputs.find((input) => input.input.expression.kind === 'judgement');
  if (judging && scope.applies(name.span).length === 0) notJudged(scope, name, judging.input.span);
  const counted = inputs.map((input) =>
    input.input.expression.kind === 'judgement' ? { ...input, counts: countsJudged(scope, source, name) } : input,
  );
  const decision = labelTable(scope, declaration, name, table, counted, columns);
  checkBecause(scope, declaration);
  return decision && { ...declared(scope, declaration, name), labels: labelsOfTable(decision), table: decision };
}

/** With n metrics judged, each count can be anything from 0 to n. */
function countsJudged(scope: Scope, source: Source | null, name: Word): Counts {
  const judged = scope
    .applies(name.span)
    .filter((apply) => scope.get('population', apply.population, apply.span)?.source === source?.name)
    .map((apply) => apply.benchmarks.flatMap((one) => metricsJudged(scope.get('benchmark', one, apply.span))));
  return judged.length === 0
    ? { from: null, to: null }
    : { from: 0, to: Math.max(...judged.map((metrics) => new Set(metrics).size)) };
}

/** A column of nothing but `-` judges nothing. */
const metricsJudged = (benchmark: Benchmark | null): string[] =>
  benchmark?.metrics.filter((_, index) => benchmark.table.rows.some((row) => row.outcomes[index])) ?? [];

/** A broken `apply` has been reported itself. */
function notJudged(scope: Scope, name: Word, at: { start: number; end: number }): null {
  if (scope.declarations('apply').length + scope.declarations(null).length > 0) return scope.spoil();
  return scope.report('B409', at, { name: name.text });
}

/** The source whose rows are judged: stated, else the only one benchmarks are applied to, else told by the names. */
function judgedSource(scope: Scope, declaration: Declaration, columns: readonly HeaderColumn[]): Source | null {
  const nodes = columns
    .flatMap((column) => headerNode(column) ?? [])
    .filter((node) => !(node.kind === 'name' && isJudgement(node.name)));
  if (clauseOf(declaration, 'of') || nodes.length > 0) return entityOf(scope, declaration, nodes);
  const names = new Set(
    scope
      .applies(declaration.nounSpan)
      .flatMap((apply) => scope.get('population', apply.population, apply.span)?.source ?? []),
  );
  const [only] = names;
  return names.size === 1 && only !== undefined ? scope.get('source', only, declaration.nounSpan) : null;
}

const isJudgement = (name: string): boolean => (JUDGEMENTS as readonly string[]).includes(name);

/** The placeholders of a `because` column are counts of judging. */
function checkBecause(scope: Scope, declaration: Declaration): void {
  const table = clauseOf(declaration, 'table')?.table;
  const index = table?.header.cells.findIndex((cell) => cell.raw === 'because') ?? -1;
  const cells = index < 0 ? [] : (table?.rows.flatMap((row) => row.cells[index] ?? []) ?? []);
  const wrong = cells.flatMap((cell) =>
    [...cell.raw.matchAll(/\{([^{}]*)\}/g)].flatMap((found) => {
      const placeholder = found[1] ?? '';
      const start = cell.span.start + found.index;
      if (isJudgement(placeholder)) {
        const span = { start: start + 1, end: start + 1 + placeholder.length };
        scope.use(span, { kind: 'judgement', owner: null, name: placeholder });
        return [];
      }
      return [{ placeholder, span: { start, end: start + found[0].length } }];
    }),
  );
  for (const { placeholder, span } of wrong) {
    const suggestion = closest(placeholder, JUDGEMENTS);
    scope.report('B405', span, { placeholder, suggestion }, replaceBy(span, suggestion && `{${suggestion}}`));
  }
}

/** Rows look at `rank`, 1 for the largest value; as an expression the rank stands for the value it is taken of. */
export function checkTier(scope: Scope, declaration: Declaration, name: Word): Tier | null {
  const table = clauseOf(declaration, 'table')?.table;
  const of = clauseOf(declaration, 'of');
  const byNode = clauseOf(declaration, 'by')?.expressions[0];
  const population = of && scope.demand('population', of.name);
  const source = population && scope.get('source', population.source, of.span);
  const columns = table && labelledColumns(scope, declaration, name, table);
  if (!population || !source || !columns || !byNode) return null;
  clashesWithColumn(scope, declaration, name, source);
  const ground = groundOn(scope, source, true);
  const by = checkExpression(byNode, ground);
  if (by === null) return null;
  const rank = columns.inputs.find((column) => column.name === 'rank');
  if (rank) scope.use(rank.cell.span, { kind: 'judgement', owner: null, name: 'rank' });
  if (rank === undefined) return scope.report('B307', table.header.span, { column: 'rank' });
  const others = inputColumns(
    columns.inputs.filter((column) => column !== rank),
    ground,
  );
  const { span } = rank.cell;
  const ranked = {
    index: rank.index,
    name: 'rank',
    type: numberType(COUNT),
    labels: null,
    counts: { from: 1, to: null },
    input: { name: 'rank', expression: { ...by, span }, span },
  };
  const inputs = [ranked, ...others].toSorted((a, b) => a.index - b.index);
  const decision = labelTable(scope, declaration, name, table, inputs, columns);
  return (
    decision && {
      ...declared(scope, declaration, name),
      population: population.name,
      by,
      labels: labelsOfTable(decision),
      table: decision,
    }
  );
}
