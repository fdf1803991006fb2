import { printPath } from '../../model/path.js';
import type { Coverage, Rounding } from '../../model/planning/resource.js';
import type { Quantity } from '../../model/expression.js';
import type { Population } from '../../model/model.js';
import { COUNT, countOf, numberType } from '../../model/units.js';
import type { CellNode, ClauseOf, TableNode, Word } from '../../syntax/nodes.js';
import { codeView } from '../../syntax/punctuation.js';
import { readCell } from '../../syntax/read.js';
import { decisionTable, inputColumns } from '../decision.js';
import { groundOn } from '../expression.js';
import { headerOf, split } from '../header.js';
import { UNIQUE } from '../hit-policy.js';
import type { HeaderColumn } from '../header.js';
import { meaningOf } from '../scope.js';
import type { Scope } from '../scope.js';
import { asCount, estimate } from './estimates.js';
import { misfit } from './planning-cells.js';

/** How many one person looks after: `span 20 key_accounts`, or a table of a number each kind. */
export function coverage(scope: Scope, clause: ClauseOf<'span'>, resource: string): Coverage | null {
  const rounding = roundingOf(scope, clause);
  if (rounding === null) return null;
  const common = { rounding, span: clause.span };
  if (clause.each) {
    const of = covered(scope, clause.of);
    const each =
      of &&
      estimate(
        scope,
        clause.each,
        printPath({ name: resource, key: [of.name], members: ['span'] }),
        asCount(countOf(of.name)),
      );
    return each && { kind: 'ratio', of, each, ...common };
  }
  const population = scope.demand('population', clause.of);
  if (population === null || clause.table === null) return null;
  const table = spanTable(scope, clause.table, population, clause.of, resource);
  const pooled =
    table &&
    pooling(
      scope,
      clause,
      table.inputs.map((input) => input.name),
    );
  return table && pooled !== null ? { kind: 'table', population: population.name, pooled, table, ...common } : null;
}

/** Whoever reads the plan must know where fractions of people went. */
function roundingOf(scope: Scope, { rounding, pooling, of }: ClauseOf<'span'>): Rounding | null {
  if (rounding) return rounding.text === 'unrounded' ? 'none' : (rounding.text as Rounding);
  const after = pooling ?? of;
  const fix = { span: { start: after.span.end, end: after.span.end }, replacement: ' rounded up' };
  return scope.report('B632', after.span, { what: 'rounding', column: '' }, { fix });
}

function pooling(scope: Scope, { pooling: word, of }: ClauseOf<'span'>, columns: readonly string[]): boolean | null {
  const [column = ''] = columns;
  if (word === null) {
    const fix = { span: { start: of.span.end, end: of.span.end }, replacement: ' pooled' };
    return scope.report('B632', of.span, { what: 'pooling', column }, { fix });
  }
  if (word.text === 'pooled') return true;
  if (columns.includes(word.text)) return false;
  const data = { word: word.text, choices: ['pooled', ...columns], suggestion: column };
  return scope.report('B211', word.span, data, { fix: { span: word.span, replacement: column } });
}

function covered(scope: Scope, word: Word): Extract<Coverage, { kind: 'ratio' }>['of'] | null {
  const slot = scope.find(word.text);
  if (slot === undefined || slot === 'broken')
    return slot === undefined ? scope.demand('population', word) && null : null;
  const { noun, name } = slot;
  if (noun !== 'population' && noun !== 'source' && noun !== 'resource')
    return scope.report('B105', word.span, { name, is: noun, wanted: 'population' });
  scope.use(word.span, meaningOf(slot));
  return scope.get(noun, name, word.span) && { kind: noun, name };
}

function spanTable(scope: Scope, table: TableNode, population: Population, of: Word, resource: string) {
  const source = scope.get('source', population.source, of.span);
  const columns = split(headerOf(scope, table), () => false, true);
  if (source === null || columns === null) return null;
  const inputs = inputColumns(columns.inputs, groundOn(scope, source, true));
  const [output] = columns.outputs;
  if (output === undefined) return null;
  return decisionTable<Quantity>(scope, {
    noun: 'resource',
    name: resource,
    hit: UNIQUE,
    table,
    inputs,
    outputs: [spanColumn(scope, output)],
    whole: inputs.length === columns.inputs.length,
    key: columns.inputs.map((column) => column.index),
  });
}

function spanColumn(scope: Scope, column: HeaderColumn) {
  const type = numberType(COUNT);
  return {
    index: column.index,
    output: { name: column.name, type, cells: type, column: column.index, span: column.cell.span },
    mayBeBlank: false,
    read: (cell: CellNode, path: string): Quantity | undefined => {
      const node = readCell('EstimateCell', codeView(cell.raw), cell.span);
      if (node === null)
        return void misfit(scope, cell, { en: 'how many one looks after', zh: '一人负责的数量' }, '4 ~ 3..5');
      return estimate(scope, node, path, asCount(COUNT)) ?? undefined;
    },
  };
}
