import type { SetColumn } from '../../model/planning/action.js';
import { describeType } from '../../model/units.js';
import type { ClauseOf } from '../../syntax/nodes.js';
import { viaColumn } from '../aggregates.js';
import { comparable } from '../comparing.js';
import { checkCondition, checkExpression, groundOn } from '../expression.js';
import { fitTo } from '../fitting.js';
import { typeOfColumn } from '../ground.js';
import type { Ground } from '../ground.js';
import { columnNamed, unknownColumn } from '../names.js';
import type { ActionGround } from './actions.js';

/** `sets employees to …` on the entity's own row, `sets contacts.level to … where …` on rows that point at it. */
export function setColumn(ground: ActionGround, { target, value, where, span }: ClauseOf<'sets'>): SetColumn | null {
  const { scope } = ground;
  const other = target.kind === 'member' && target.of.text !== ground.source.name ? target.of : null;
  const source = other ? scope.demand('source', other) : ground.source;
  if (source === null) return null;
  const word = target.kind === 'member' ? target.member : { text: target.name, span: target.span };
  const column = columnNamed(source, word, scope);
  if (column === undefined) return unknownColumn(source, word, { scope });
  const via = other ? viaColumn(source, ground.source, other.span, scope) : null;
  if (other && via === null) return null;
  if (column.name === source.key || column.name === via)
    return scope.report('B613', word.span, { column: column.name, source: source.name });
  const rows: Ground = { ...groundOn(scope, ground.source, true), row: other ? source : null };
  const type = typeOfColumn(column.type);
  const checked = checkExpression(value, rows);
  const condition = where && checkCondition(where, rows);
  if (checked === null || (where && condition === null)) return null;
  if (!comparable(checked.type, type))
    return scope.report('B202', value.span, { left: describeType(checked.type), right: describeType(type) });
  const fitted = fitTo(scope, checked, type);
  return fitted && { source: source.name, via, column: column.name, value: fitted, where: condition, span };
}
