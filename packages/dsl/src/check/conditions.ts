import type { Condition, TableInput } from '../model/decision-table.js';
import type { Constant, ValueType } from '../model/expression.js';
import type { CellNode, ConditionNode, Literal } from '../syntax/nodes.js';
import { codeView } from '../syntax/punctuation.js';
import { readCell } from '../syntax/read.js';
import { closest } from '../text/closest.js';
import { isDash, reportedDash, reportedDate } from './cells.js';
import { rangeOf } from './comparing.js';
import { booleanConstant, constantOf, textConstant } from './constants.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';

/** What the cells of a condition column are read against. */
export interface ConditionColumn {
  readonly name: string;
  readonly type: ValueType;
  /** The labels there are, when the column is a level, a band or a tier. */
  readonly labels: readonly string[] | null;
  /** What the column looks at, where that is known. */
  readonly input?: TableInput;
}

/** Reads one condition cell. Its numbers are named by `path`, the ends of a range by `path.low` and `path.high`. */
export function conditionCell(scope: Scope, cell: CellNode, column: ConditionColumn, path: string): Condition | null {
  const { type } = column;
  scope.want(cell.span, { kind: 'condition', subject: column.input?.expression ?? null, type, labels: column.labels });
  if (isDash(cell)) return { kind: 'any' };
  const ordered = type.kind === 'number' || type.kind === 'date';
  const node = ordered
    ? readCell('OrderedCondition', codeView(cell.raw), cell.span)
    : readCell('TextCondition', cell.raw, cell.span);
  if (node === null || (!ordered && /^[<>=≥≤≠＞＜＝]/.test(cell.raw))) return unreadable(scope, cell, type);
  if (type.kind === 'text') hintAtComma(scope, cell);
  return conditionOf(scope, node, column, path);
}

function unreadable(scope: Scope, cell: CellNode, type: ValueType): null {
  if (type.kind === 'number' && reportedDash(scope, cell)) return null;
  if (type.kind === 'date' && reportedDate(scope, cell.span)) return null;
  if (type.kind === 'text') {
    return scope.report('B303', cell.span, {
      cell: cell.raw,
      wanted: 'a condition on a text',
      zhWanted: '对文本的条件',
      example: '金融服务业, not 零售业, contains "总监", else',
    });
  }
  const date = type.kind === 'date';
  return scope.report('B303', cell.span, {
    cell: cell.raw,
    wanted: date ? 'a condition on a date' : 'a condition on a number',
    zhWanted: date ? '对日期的条件' : '对数字的条件',
    example: date ? '< 2025-01-01, 2024-01-01..2024-12-31, else' : '< 200, 200..<1_000, 3, else',
  });
}

function hintAtComma(scope: Scope, cell: CellNode): void {
  const sign = /[、，]/.exec(cell.raw)?.[0];
  if (sign !== undefined && !/^["“]/.test(cell.raw))
    scope.report(
      'B309',
      cell.span,
      { cell: cell.raw, sign },
      replaceBy(cell.span, cell.raw.replace(/\s*[、，]\s*/g, ', ')),
    );
}

function conditionOf(scope: Scope, node: ConditionNode, column: ConditionColumn, path: string): Condition | null {
  switch (node.kind) {
    case 'any':
    case 'missing':
    case 'known':
    case 'else':
      return { kind: node.kind };
    case 'compare': {
      const constant = constantOf(scope, node.value, column.type, path);
      return constant && { kind: 'compare', operator: node.operator, constant };
    }
    case 'range': {
      const range = rangeOf(scope, node.range, column.type, path);
      return range && { kind: 'range', range };
    }
    case 'values': {
      const only = node.values.length === 1 ? path : null;
      const constants = node.values.flatMap((value) => listed(scope, value, column, only) ?? []);
      return constants.length < node.values.length
        ? null
        : { kind: 'values', values: constants, negated: node.negated };
    }
    case 'match':
      return { kind: 'match', how: node.how, texts: node.texts.map((one) => one.text) };
    case 'not': {
      const condition = conditionOf(scope, node.condition, column, path);
      return condition && { kind: 'not', condition };
    }
    case 'either': {
      const conditions = node.conditions.map((one, index) => conditionOf(scope, one, column, `${path}.${index + 1}`));
      const whole = conditions.flatMap((one) => one ?? []);
      return whole.length < conditions.length ? null : { kind: 'either', conditions: whole };
    }
  }
}

function listed(scope: Scope, value: Literal, column: ConditionColumn, path: string | null): Constant | null {
  if (value.kind !== 'text') return constantOf(scope, value, column.type, path);
  if (column.type.kind === 'boolean') return yesOrNo(scope, value.text, value.span);
  if (column.labels?.includes(value.text))
    scope.use(value.span, { kind: 'label', owner: column.name, name: value.text });
  if (column.labels && !column.labels.includes(value.text)) {
    const suggestion = closest(value.text, column.labels);
    const data = { label: value.text, owner: column.name, labels: column.labels, suggestion };
    return scope.report('B104', value.span, data, replaceBy(value.span, suggestion));
  }
  return textConstant(value.text);
}

function yesOrNo(scope: Scope, text: string, span: { start: number; end: number }): Constant | null {
  return (
    booleanConstant(text) ??
    scope.report('B303', span, { cell: text, wanted: 'yes or no', zhWanted: '是或否', example: 'yes, no' })
  );
}
