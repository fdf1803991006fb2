import type { Threshold } from '../model/decision-table.js';
import type { Named, NamedNumber, NamedValue, OpenCell } from '../model/named-number.js';
import type { Setting } from '../model/scenario.js';
import { describeUnit, isBare } from '../model/units.js';
import type { NumberNode, SettingNode } from '../syntax/nodes.js';
import { rangeOf } from './comparing.js';
import { numberType } from '../model/units.js';
import { listOf } from './params.js';
import { fittedQuantity, writtenQuantity } from './quantities.js';
import type { Scope } from './scope.js';

/** A setting and the path it goes to: a range sets both of its ends. */
export interface PathSetting {
  readonly path: string;
  readonly to: Setting;
}

/** What `set … to …` puts at a path; null when it does not fit there (reported). */
export function settingsAt(scope: Scope, named: Named, to: SettingNode): readonly PathSetting[] | null {
  switch (named.is) {
    case 'value':
      return listSetting(scope, named.at, to);
    case 'open':
      return openSetting(scope, named.at, to);
    case 'number':
      return numberSetting(scope, named.at, to);
  }
}

function listSetting(scope: Scope, { path, param }: NamedValue, to: SettingNode): PathSetting[] | null {
  if (to.kind !== 'value' || to.value.kind !== 'list')
    return scope.report('B504', to.span, { path, wanted: 'list', example: '["A", "B"]' });
  const list = listOf(scope, to.value, param.type.kind === 'list' ? param.type.of : param.type);
  return list && [{ path, to: { kind: 'list', items: list.items } }];
}

/** An empty cell takes a whole threshold: a number alone does not say which side passes. */
function openSetting(scope: Scope, { path, unit }: OpenCell, to: SettingNode): PathSetting[] | null {
  if (to.kind === 'none') return [{ path, to: { kind: 'threshold', threshold: null } }];
  if (
    to.kind === 'peers' ||
    to.kind === 'value' ||
    (to.kind === 'bound' && (to.operator === '=' || to.operator === '!='))
  )
    return scope.report('B504', to.span, { path, wanted: 'threshold', example: '>= 15%' });
  if (to.kind === 'bound') {
    const quantity = fittedQuantity(scope, to.value, unit, path);
    const { operator } = to;
    if (quantity === null || operator === '=' || operator === '!=') return null;
    return [{ path, to: { kind: 'threshold', threshold: { kind: 'bound', operator, quantity, span: to.span } } }];
  }
  const range = rangeOf(scope, to.range, numberType(unit), path);
  if (range?.low?.kind !== 'quantity' || range.high?.kind !== 'quantity') return null;
  const threshold: Threshold = {
    kind: 'range',
    low: range.low.quantity,
    high: range.high.quantity,
    highIncluded: range.highIncluded,
    span: to.span,
  };
  return [{ path, to: { kind: 'threshold', threshold } }];
}

function numberSetting(scope: Scope, number: NamedNumber, to: SettingNode): PathSetting[] | null {
  const { path } = number;
  const isCell = number.kind === 'threshold' || number.kind === 'attain';
  switch (to.kind) {
    case 'peers':
    case 'none':
      if (number.kind === 'threshold' && to.kind === 'none')
        return [{ path: cellOf(number), to: { kind: 'threshold', threshold: null } }];
      return scope.report('B504', to.span, { path, wanted: 'number', example: exampleOf(number) });
    case 'range':
      return endSetting(scope, number, to);
    case 'bound': {
      if (!pointsTheSameWay(number, to.operator)) return wrongDirection(scope, number, to);
      const value = numberAt(scope, number, to.value);
      if (value === null) return null;
      if (!isCell || to.operator === number.operator || path !== cellOf(number))
        return [{ path, to: { kind: 'number', value: value.value } }];
      const operator = to.operator as '>=' | '>' | '<=' | '<';
      return [
        { path, to: { kind: 'threshold', threshold: { kind: 'bound', operator, quantity: value, span: to.span } } },
      ];
    }
    case 'value': {
      if (to.value.kind !== 'number')
        return scope.report('B504', to.span, { path, wanted: 'number', example: exampleOf(number) });
      const value = numberAt(scope, number, to.value);
      return value && [{ path, to: { kind: 'number', value: value.value } }];
    }
  }
}

/** A range goes to the two ends of a range, each by its own path. */
function endSetting(
  scope: Scope,
  number: NamedNumber,
  to: Extract<SettingNode, { kind: 'range' }>,
): PathSetting[] | null {
  const end = /\.(low|high)$/.exec(number.column ?? '')?.[1];
  if (end === undefined) return wrongDirection(scope, number, to);
  const node = end === 'low' ? to.range.low : to.range.high;
  if (node.kind !== 'number')
    return scope.report('B504', to.span, { path: number.path, wanted: 'number', example: exampleOf(number) });
  const value = numberAt(scope, number, node);
  return value && [{ path: number.path, to: { kind: 'number', value: value.value } }];
}

/** A number in the unit of the one it stands in for. */
export function numberAt(scope: Scope, number: Pick<NamedNumber, 'unit' | 'path'>, node: NumberNode) {
  const { unit, path } = number;
  const written = writtenQuantity(node);
  if (isBare(unit) && !isBare(written.unit))
    return scope.report('B202', node.span, {
      left: describeUnit(written.unit),
      right: { en: 'a plain number', zh: '无单位的数' },
    });
  return fittedQuantity(scope, node, unit, path);
}

const pointsTheSameWay = ({ operator }: NamedNumber, asked: string): boolean =>
  operator !== null && asked.startsWith(operator.charAt(0));

function wrongDirection(scope: Scope, number: NamedNumber, to: SettingNode): null {
  const rule = number.spans[0] ? textOf(scope, { span: number.spans[0] }) : '';
  const asked = textOf(scope, to);
  const data = { path: number.path, rule: `${number.operator ?? ''} ${rule}`.trim(), asked };
  return scope.report('B505', to.span, data, { related: number.spans });
}

const exampleOf = ({ unit }: NamedNumber): string => (unit.kind === 'percent' ? '25%' : '3');
const textOf = (scope: Scope, { span }: { span: { start: number; end: number } }): string => scope.text(span);

/** The path of the whole cell: without the end of a range. */
export const cellOf = ({ path, column }: Pick<NamedNumber, 'path' | 'column'>): string =>
  /\.(?:low|high|percentile)$/.test(column ?? '') ? path.replace(/\.(?:low|high|percentile)$/, '') : path;
