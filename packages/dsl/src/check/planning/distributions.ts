import { pathWord } from '../../model/path.js';
import type { Quantity } from '../../model/expression.js';
import type { DiscreteCase, Distribution, Uncertain } from '../../model/planning/uncertain.js';
import { describeUnit, isBare, NUMBER, PERCENT } from '../../model/units.js';
import type { NumberNode, RangeNode, TableNode, Word } from '../../syntax/nodes.js';
import type { ArgumentNode, CurveNode, UncertainNode } from '../../syntax/planning-nodes.js';
import type { Span } from '../../text/span.js';
import { closest } from '../../text/closest.js';
import { isBlank, numberCell } from '../cells.js';
import { fixedColumns, wholeRows } from '../header.js';
import { columnNamed, unknownColumn } from '../names.js';
import { fit, writtenQuantity } from '../quantities.js';
import { replaceBy } from '../scope.js';
import type { Scope } from '../scope.js';
import { typeOfColumn } from '../ground.js';
import { boundsOf, isInOrder } from './bounds.js';
import { asksWhole, sumsToOne } from './shares.js';

/** What is uncertain: the number, with the path that names it. */
export interface Subject {
  readonly quantity: Quantity;
  readonly path: string;
}

/** The distributions by name, each with its arguments in order. */
const ARGUMENTS = {
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  pert: ['low', 'mode', 'high'],
  normal: ['mean', 'sd'],
  lognormal: ['p5', 'p95'],
  beta: ['a', 'b'],
  discrete: null,
  empirical: null,
} as const satisfies Record<string, readonly string[] | null>;

type Name = keyof typeof ARGUMENTS;
const NAMES = Object.keys(ARGUMENTS) as readonly Name[];

/** Reads what follows `~` and notes the number as uncertain; false when it is not whole (reported). */
export function uncertainty(scope: Scope, node: UncertainNode, subject: Subject): boolean {
  const distribution =
    node.distribution.kind === 'range'
      ? uniformRange(scope, node.distribution.range, subject)
      : namedDistribution(scope, node.distribution, subject);
  const within = node.within ? endsOf(scope, node.within, subject, `${subject.path}.within`) : null;
  if (distribution === null || (node.within && within === null)) return false;
  const found: Uncertain = {
    path: subject.path,
    quantity: subject.quantity,
    distribution,
    within,
    span: node.span,
    line: scope.line(node.span),
  };
  if (!isInOrder(scope, found)) return false;
  warnOutside(scope, found);
  scope.uncertain.set(found.path, found);
  return true;
}

/** A number of a distribution: in the unit of what it is about, which a bare one takes. */
function inUnit(scope: Scope, node: NumberNode, { quantity, path }: Subject, part: string): Quantity | null {
  const written = writtenQuantity(node, `${path}.${part}`);
  const { unit } = quantity;
  if (isBare(unit) && !isBare(written.unit))
    return scope.report('B202', node.span, { left: describeUnit(written.unit), right: describeUnit(NUMBER) });
  if (isBare(written.unit) && unit.kind === 'money') return { ...written, unit };
  return fit(scope, written, unit, scope.text(node.span));
}

function endsOf(scope: Scope, { low, high, span }: RangeNode, subject: Subject, path: string) {
  const odd = [low, high].find((end) => end.kind !== 'number');
  if (odd) return scope.report('B205', odd.span, { found: odd.kind, wanted: 'number' });
  if (low.kind !== 'number' || high.kind !== 'number') return null;
  const own = { ...subject, path };
  const [from, to] = [inUnit(scope, low, own, 'low'), inUnit(scope, high, own, 'high')];
  if (from === null || to === null) return null;
  if (from.value.lte(to.value)) return { low: from, high: to };
  const said = (at: Span) => scope.text(at);
  return scope.report('B310', span, { low: said(low.span), high: said(high.span) });
}

function uniformRange(scope: Scope, node: RangeNode, subject: Subject): Distribution | null {
  const ends = endsOf(scope, node, subject, subject.path);
  if (ends === null) return null;
  const whole = asksWhole(subject.quantity, ends);
  return { kind: 'uniform', ...ends, highIncluded: node.highIncluded, whole };
}

function namedDistribution(scope: Scope, node: CurveNode, subject: Subject): Distribution | null {
  const name = NAMES.find((one) => one === node.name.text);
  scope.want(node.name.span, { kind: 'choice', words: NAMES });
  if (name === undefined) {
    const suggestion = closest(node.name.text, NAMES);
    const data = { name: node.name.text, known: NAMES, suggestion };
    return scope.report('B603', node.name.span, data, replaceBy(node.name.span, suggestion));
  }
  scope.use(node.name.span, { kind: 'function', owner: null, name });
  if (name === 'discrete') return discrete(scope, node, subject);
  if (node.table) return wrongArguments(scope, node, name, argumentsText(name), node.table.rows.length);
  if (name === 'empirical') return empirical(scope, node, subject);
  if (name === 'lognormal') return lognormal(scope, node, subject);
  return byArguments(scope, node, name, subject);
}

const argumentsText = (name: Name): string =>
  ({ discrete: 'value: chance, …', empirical: 'source.column', lognormal: 'p5: …, p95: …' })[name as string] ??
  ARGUMENTS[name]?.join(', ') ??
  '';

function wrongArguments(scope: Scope, node: CurveNode, name: string, wanted: string, found: number): null {
  return scope.report('B604', node.span, { name, wanted, found });
}

/** The arguments by name; those without a label are taken in order. */
function argumentsOf(scope: Scope, node: CurveNode, names: readonly string[]): Map<string, NumberNode> | null {
  const found = new Map<string, NumberNode>();
  const refuse = () =>
    wrongArguments(scope, node, node.name.text, argumentsText(node.name.text as Name), node.arguments.length);
  if (node.arguments.length !== names.length) return refuse();
  for (const [index, { label, value }] of node.arguments.entries()) {
    const name = label === null ? names[index] : labelText(label);
    if (name === undefined || !names.includes(name) || found.has(name) || value.kind !== 'number') return refuse();
    found.set(name, value);
  }
  return found;
}

const labelText = (label: NumberNode | Word): string => ('text' in label ? label.text : label.numeral);

function byArguments(
  scope: Scope,
  node: CurveNode,
  name: 'uniform' | 'triangular' | 'pert' | 'normal' | 'beta',
  subject: Subject,
): Distribution | null {
  const given = argumentsOf(scope, node, ARGUMENTS[name]);
  if (given === null) return null;
  const shape = { ...subject, quantity: { ...subject.quantity, unit: NUMBER } };
  const quantities = new Map<string, Quantity>();
  for (const [part, number] of given) {
    const quantity = inUnit(scope, number, name === 'beta' ? shape : subject, part);
    if (quantity === null) return null;
    quantities.set(part, quantity);
  }
  const one = (part: string): Quantity => quantities.get(part) ?? subject.quantity;
  const positive = (part: string, en: string, zh: string): boolean => {
    if (one(part).value.gt(0)) return true;
    const { span } = one(part);
    scope.report('B210', span, { what: scope.text(span), wanted: { en, zh } });
    return false;
  };
  switch (name) {
    case 'uniform': {
      const ends = { low: one('low'), high: one('high') };
      return { kind: 'uniform', ...ends, highIncluded: true, whole: asksWhole(subject.quantity, ends) };
    }
    case 'triangular':
    case 'pert':
      return { kind: name, low: one('low'), mode: one('mode'), high: one('high') };
    case 'normal':
      if (!positive('sd', 'a standard deviation above 0', '大于 0 的标准差')) return null;
      return { kind: 'normal', mean: one('mean'), deviation: one('sd') };
    case 'beta':
      if (!positive('a', 'above 0', '大于 0 的数') || !positive('b', 'above 0', '大于 0 的数')) return null;
      return { kind: 'beta', alpha: one('a'), beta: one('b') };
  }
}

/** `lognormal(p5: 200, p95: 800)`. Bare numbers could as well be a mean and a deviation, so their names are asked for. */
function lognormal(scope: Scope, node: CurveNode, subject: Subject): Distribution | null {
  const [first, second] = node.arguments;
  const wanted = argumentsText('lognormal');
  if (first === undefined || second === undefined || node.arguments.length > 2)
    return wrongArguments(scope, node, 'lognormal', wanted, node.arguments.length);
  if (first.label === null && second.label === null) {
    const said = ({ span }: ArgumentNode) => scope.text(span);
    const span = { start: first.span.start, end: second.span.end };
    const replacement = `p5: ${said(first)}, p95: ${said(second)}`;
    return scope.report('B605', span, { example: `lognormal(${replacement})` }, { fix: { span, replacement } });
  }
  const percents = [first, second].map(({ label }) => percentOf(label));
  const found = [first, second].map(({ value }, index) => {
    const percent = percents[index];
    if (value.kind !== 'number' || percent === null || percent === undefined) return null;
    const quantity = inUnit(scope, value, subject, `p${percent}`);
    return quantity && { chance: percent / 100, value: quantity };
  });
  if (percents.includes(null) || [first, second].some(({ value }) => value.kind !== 'number'))
    return wrongArguments(scope, node, 'lognormal', wanted, 2);
  const [low, high] = found.flatMap((one) => one ?? []);
  return low && high ? { kind: 'lognormal', low, high } : null;
}

function percentOf(label: ArgumentNode['label']): number | null {
  const found = label && 'text' in label ? /^p([1-9]\d?)$/.exec(label.text) : null;
  return found ? Number(found[1]) : null;
}

/** `discrete(20: 30%, 25: 50%, 30: 20%)`, the same as a table, or `discrete(20..30)`: each whole number as likely. */
function discrete(scope: Scope, node: CurveNode, subject: Subject): Distribution | null {
  const [only] = node.arguments;
  if (only?.value.kind === 'range' && node.arguments.length === 1) {
    const ends = endsOf(scope, only.value, subject, subject.path);
    return ends && { kind: 'uniform', ...ends, highIncluded: only.value.highIncluded, whole: true };
  }
  const cases = node.table ? casesInTable(scope, node.table, subject) : casesInLine(scope, node, subject);
  if (cases === null) return null;
  const chances = cases.map((one) => one.chance);
  const what = { en: `the chances of \`${subject.path}\``, zh: `\`${subject.path}\` 的概率` };
  return sumsToOne(scope, node.span, what, chances) ? { kind: 'discrete', cases } : null;
}

function casesInLine(scope: Scope, node: CurveNode, subject: Subject): DiscreteCase[] | null {
  const found = node.arguments.map(({ label, value }) => {
    if (label === null || 'text' in label || value.kind !== 'number')
      return wrongArguments(scope, node, 'discrete', argumentsText('discrete'), node.arguments.length);
    return discreteCase(scope, label, value, subject);
  });
  if (found.length === 0) return wrongArguments(scope, node, 'discrete', argumentsText('discrete'), 0);
  const whole = found.flatMap((one) => one ?? []);
  return whole.length < found.length ? null : whole;
}

function casesInTable(scope: Scope, table: TableNode, subject: Subject): DiscreteCase[] | null {
  const at = fixedColumns(scope, table, ['value', 'chance']);
  if (at === null) return null;
  const found = wholeRows(scope, table, 'table').map((row) => {
    const cells = [at.value, at.chance].flatMap((index) => row.cells[index ?? -1] ?? []);
    const [value, chance] = cells.map((cell) => numberCell(cell));
    if (value && chance) return discreteCase(scope, value, chance, subject);
    const odd = cells[value ? 1 : 0];
    if (odd === undefined) return null;
    const column = value ? 'chance' : 'value';
    if (isBlank(odd)) return scope.report('B302', odd.span, { column, outcome: false });
    const example = value ? '30%' : '25';
    return scope.report('B303', odd.span, { cell: odd.raw, wanted: 'a number', zhWanted: '数字', example });
  });
  const whole = found.flatMap((one) => one ?? []);
  return whole.length < table.rows.length || whole.length === 0 ? null : whole;
}

function discreteCase(scope: Scope, value: NumberNode, chance: NumberNode, subject: Subject): DiscreteCase | null {
  const text = scope.text(value.span).trim();
  const path = `${subject.path}.${pathWord(text)}`;
  const found = inUnit(scope, value, { ...subject, path }, 'value');
  const share = inUnit(scope, chance, { path, quantity: { ...subject.quantity, unit: PERCENT } }, 'chance');
  if (found === null || share === null) return null;
  if (share.value.gte(0) && share.value.lte(1)) return { value: found, chance: share };
  return scope.report('B210', chance.span, {
    what: scope.text(chance.span),
    wanted: { en: 'a chance from 0% to 100%', zh: '0% 到 100% 之间的概率' },
  });
}

/** `empirical(orders.amount)`: what the data shows, in the unit of the column. */
function empirical(scope: Scope, node: CurveNode, { quantity }: Subject): Distribution | null {
  const [only] = node.arguments;
  if (only?.value.kind !== 'member' || node.arguments.length > 1)
    return wrongArguments(scope, node, 'empirical', argumentsText('empirical'), node.arguments.length);
  const source = scope.demand('source', only.value.of);
  if (source === null) return null;
  const column = columnNamed(source, only.value.member, scope);
  if (column === undefined) return unknownColumn(source, only.value.member, { scope });
  const type = typeOfColumn(column.type);
  if (type.kind !== 'number') return scope.report('B205', only.span, { found: type.kind, wanted: 'number' });
  const fitted = fit(scope, { ...quantity, span: only.span }, type.unit, only.value.member.text);
  return fitted && { kind: 'empirical', source: source.name, column: column.name };
}

/** A plain run uses a value that a simulation could never draw: surely not meant. */
function warnOutside(scope: Scope, { quantity, distribution, within, path, span }: Uncertain): void {
  const bounds = boundsOf(distribution, within);
  if (bounds === null) return;
  if (quantity.value.gte(bounds.low) && quantity.value.lte(bounds.high)) return;
  const said = (at: Span) => scope.text(at).trim();
  scope.report('B601', span, { path, value: said(quantity.span), range: said(span).replace(/^~\s*/, '') });
}
