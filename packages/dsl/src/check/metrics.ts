import type Big from 'big.js';
import type { Expression, Quantity } from '../model/expression.js';
import type { Metric } from '../model/model.js';
import type { Unit } from '../model/unit.js';
import {
  agree,
  COUNT,
  countOf,
  describeType,
  describeUnit,
  duration,
  isBare,
  isPure,
  isStrict,
  money,
  NUMBER,
  numberType,
  PERCENT,
  per,
  POINTS,
} from '../model/units.js';
import { numeralValue, scaleOf } from '../model/numeral.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration, UnitNode, Word } from '../syntax/nodes.js';
import { clashesWithColumn, declared } from './declared.js';
import { entityOf } from './entity.js';
import { checkExpression, checkNumber, groundOn } from './expression.js';
import { fit, fittedQuantity } from './quantities.js';
import { meaningOf } from './scope.js';
import type { Scope } from './scope.js';
import { standIn } from './stand-in.js';

export function checkMetric(scope: Scope, declaration: Declaration, name: Word): Metric | null {
  const formula = clauseOf(declaration, 'formula');
  for (const term of clauseOf(declaration, 'in')?.unit.terms ?? []) useUnit(scope, term);
  if (formula === undefined) return null;
  const source = entityOf(scope, declaration, [formula.expression]);
  if (source === null) {
    // Whose rows it is about cannot be told; what it names besides columns can.
    scope.quietly(() => checkExpression(formula.expression, groundOn(scope, null, false)));
    return null;
  }
  if (clashesWithColumn(scope, declaration, name, source)) return null;
  const found = checkNumber(formula.expression, groundOn(scope, source, false));
  const clause = clauseOf(declaration, 'in');
  if (found === null && clause === undefined) return scope.spoil();
  const unit = clause ? unitOf(clause.unit) : plainUnit(unitIn(found));
  const fitted = clause && found ? fitFormula(scope, found, unitIn(found), unit) : found;
  const ifEmpty = answer(scope, declaration, 'if empty', unit, name.text);
  const ifMissing = answer(scope, declaration, 'if missing', unit, name.text);
  const shortfallScale = scaleOfShortfall(scope, declaration, unit, name.text);
  if (fitted === null || ifEmpty === undefined || ifMissing === undefined || shortfallScale === undefined)
    scope.spoil();
  const expression = fitted ?? standIn(unit, formula.span);
  return {
    ...declared(scope, declaration, name),
    source: source.name,
    unit,
    expression,
    ifEmpty: ifEmpty ?? null,
    ifMissing: ifMissing ?? null,
    shortfallScale: shortfallScale ?? null,
  };
}

const unitIn = (expression: Expression | null): Unit =>
  expression?.type.kind === 'number' ? expression.type.unit : NUMBER;

/** `contacts per 亿元` counts the rows of the source `contacts`. */
function useUnit(scope: Scope, term: Word): void {
  scope.want(term.span, { kind: 'unit' });
  const slot = scope.find(term.text);
  if (slot && slot !== 'broken' && slot.noun === 'source') scope.use(term.span, meaningOf(slot));
}

const plainUnit = (unit: Unit): Unit => (isBare(unit) ? NUMBER : unit);

/** A declared unit: `percent`, `CNY`, `万 CNY`, `contacts per 亿元`. */
export function unitOf(node: UnitNode): Unit {
  const [first = NUMBER, ...others] = node.terms.map((term) => unitTerm(term.text));
  return others.reduce(per, first);
}

function unitTerm(text: string): Unit {
  const word = text.replace(/\s+/g, ' ');
  if (word === 'percent') return PERCENT;
  if (word === 'points' || word === 'pp' || word === 'percent points') return POINTS;
  if (word === 'number') return NUMBER;
  if (word === 'count') return COUNT;
  const scaled = /^([\d_.,]*[kM百千万亿]*) ?(元|[A-Z]{3})$/.exec(word);
  if (scaled) return money(scaled[2] === '元' ? 'CNY' : (scaled[2] ?? ''), scaleIn(scaled[1] ?? ''), word);
  return duration(word) ?? countOf(word);
}

/** How many the front of a unit is: 10,000 for `万`, a million for `M` and for `1M`. */
function scaleIn(front: string): Big {
  return /^\d/.test(front) ? numeralValue(front) : scaleOf(front);
}

/** The formula must measure what is declared. Things that the rulebook does not count are taken at their word. */
function fitFormula(scope: Scope, expression: Expression, computed: Unit, declaredUnit: Unit): Expression | null {
  if (expression.kind === 'constant' && expression.constant.kind === 'quantity') {
    const fitted = fit(scope, expression.constant.quantity, declaredUnit, scope.text(expression.span));
    return fitted && { ...expression, constant: { kind: 'quantity', quantity: fitted }, type: numberType(fitted.unit) };
  }
  const wanted = stated(scope, declaredUnit);
  const clash =
    (declaredUnit.kind === 'percent' && computed.kind === 'count' && !isPure(computed)) ||
    !agree(wanted, wanted === declaredUnit ? computed : strictly(computed));
  if (!clash) return expression;
  return scope.report('B206', expression.span, {
    declared: describeUnit(declaredUnit),
    computed: describeType(expression.type),
  });
}

/** The unit, or only its currencies and times when it counts something that no declaration names: `people per 亿元`. */
function stated(scope: Scope, unit: Unit): Unit {
  const foreign = Object.keys(unit.dimension).some((base) => !isStrict(base) && scope.find(base) === undefined);
  return foreign ? strictly(unit) : unit;
}

function strictly(unit: Unit): Unit {
  return { ...unit, dimension: Object.fromEntries(Object.entries(unit.dimension).filter(([base]) => isStrict(base))) };
}

/** A distance: `shortfall scale 5`. undefined: there, but it does not fit (reported). */
function scaleOfShortfall(
  scope: Scope,
  declaration: Declaration,
  unit: Unit,
  name: string,
): Quantity | null | undefined {
  const scale = answer(scope, declaration, 'shortfall scale', unit, name);
  if (!scale || scale.value.gt(0)) return scale;
  return void scope.report('B210', scale.span, {
    what: scope.text(scale.span),
    wanted: { en: 'a distance above 0', zh: '大于 0 的差距' },
  });
}

/** undefined: there, but it does not fit (reported). */
function answer(
  scope: Scope,
  declaration: Declaration,
  kind: 'if empty' | 'if missing' | 'shortfall scale',
  unit: Unit,
  name: string,
): Quantity | null | undefined {
  const clause = clauseOf(declaration, kind);
  if (clause === undefined) return null;
  return fittedQuantity(scope, clause.value, unit, `${name}.${kind.replace(' ', '_')}`) ?? undefined;
}
