import type { Expression } from '../model/expression.js';
import type { Column, Level, Metric, Param, Source } from '../model/model.js';
import { COUNT, NUMBER, numberType, TEXT } from '../model/units.js';
import type { MemberNode, NameNode, Word } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import type { Span } from '../text/span.js';
import { column, columnExpression, constantExpression } from './ground.js';
import type { Ground } from './ground.js';
import { lookupExpression } from './lookups.js';
import { replaceBy, meaningOf } from './scope.js';
import type { Scope } from './scope.js';

export const JUDGEMENTS = ['failed', 'passed', 'judged', 'unknown'] as const;
type Judgement = (typeof JUDGEMENTS)[number];
const isJudging = (name: string): name is Judgement | 'shortfall' =>
  name === 'shortfall' || (JUDGEMENTS as readonly string[]).includes(name);

/** Whether a bare name means something on this ground. Reports nothing. */
export function means(name: string, ground: Ground): boolean {
  if (ground.row && column(ground.row, name)) return true;
  if (ground.entity && column(ground.entity, name)) return true;
  return ground.scope.find(name) !== undefined || (ground.judged && isJudging(name));
}

/** A bare name: a column of the row at hand, then what judging found, then a column of the entity, then something declared. */
export function nameExpression(node: NameNode, ground: Ground): Expression | null {
  const { scope } = ground;
  const { name, span } = node;
  scope.want(span, { kind: 'name', entity: ground.entity, row: ground.row, judged: ground.judged });
  const inRow = ground.row && column(ground.row, name);
  if (ground.row && inRow) return ownColumn(ground.row, inRow, span, ground);
  if (ground.judged && isJudging(name)) return judging(name, span, ground);
  const own = ground.entity && column(ground.entity, name);
  if (ground.entity && own) return ownColumn(ground.entity, own, span, ground);
  const slot = scope.find(name);
  if (slot === 'broken') return null;
  if (slot === undefined) return unknownName(node, ground);
  scope.use(span, meaningOf(slot));
  const word = { text: name, span };
  switch (slot.noun) {
    case 'param':
      return paramExpression(scope.get('param', name, span), span);
    case 'metric': {
      const metric = scope.get('metric', name, span);
      return metric && given(metric, 'metric', span, ground);
    }
    case 'band':
    case 'tier':
    case 'level':
      return scope.get(slot.noun, name, span) && { kind: 'given', by: slot.noun, name, type: TEXT, span };
    case 'score':
      return scope.get('score', name, span) && { kind: 'given', by: 'score', name, type: numberType(NUMBER), span };
    case 'table':
    case 'context':
      return lookupExpression({ word, output: null, arguments: null, noun: slot.noun }, ground, span);
    case 'source':
    case 'population':
    case 'benchmark':
    case 'waiver':
    case 'target':
    case 'test':
    case 'action':
    case 'resource':
    case 'budget':
    case 'phase':
    case 'funnel':
    case 'cohort':
    case 'model':
    case 'scenario':
      return scope.report('B105', span, { name, is: slot.noun, wanted: 'column' });
  }
}

function ownColumn(source: Source, found: Column, span: Span, { scope }: Ground): Expression {
  scope.use(span, { kind: 'column', owner: source.name, name: found.name });
  return columnExpression(source, found, span);
}

/** What judging found comes before a column or a declaration of the same name, which would be hidden: that is refused. */
function judging(name: Judgement | 'shortfall', span: Span, ground: Ground): Expression | null {
  const { scope, entity } = ground;
  const hidden = entity && column(entity, name);
  if (entity && hidden)
    return scope.report('B114', span, { name, noun: 'column', source: entity.name }, { related: [hidden.span] });
  const slot = scope.find(name);
  if (slot === 'broken') return null;
  if (slot !== undefined) {
    const { noun, declaration } = slot;
    return scope.report('B114', span, { name, noun, source: null }, { related: [declaration.span] });
  }
  scope.use(span, { kind: 'judgement', owner: null, name });
  if (name === 'shortfall') return scope.report('B205', span, { found: 'list', wanted: 'number' });
  scope.applies(span);
  return { kind: 'judgement', what: name, type: numberType(COUNT), span };
}

function given(metric: Metric, by: 'metric', span: Span, ground: Ground): Expression | null {
  if (ground.entity && metric.source !== ground.entity.name) {
    return ground.scope.report('B103', span, { column: metric.name, source: ground.entity.name, suggestion: null });
  }
  return { kind: 'given', by, name: metric.name, type: numberType(metric.unit), span };
}

function paramExpression(param: Param | null, span: Span): Expression | null {
  if (param === null) return null;
  if (param.value.kind === 'one') return constantExpression(param.value.constant, span);
  return { kind: 'list', items: param.value.items, param: param.name, type: param.type, span };
}

/** A name of something on this ground that a word is a slip of. */
export function nearName(name: string, { scope, row, entity }: Ground): string | null {
  const columns = [row, entity].flatMap((source) => source?.columns.map((one) => one.name) ?? []);
  return closest(name, [...columns, ...scope.names()]);
}

function unknownName({ name, span }: NameNode, ground: Ground): null {
  const { scope } = ground;
  if (scope.mayBeLost(name)) return scope.spoil();
  const suggestion = nearName(name, ground);
  if (suggestion === null && ground.entity !== null) {
    return scope.report('B103', span, { column: name, source: (ground.row ?? ground.entity).name, suggestion });
  }
  return scope.report(
    'B101',
    span,
    { name, wanted: ground.entity ? 'column' : 'name', suggestion },
    replaceBy(span, suggestion),
  );
}

/** `contacts.department` inside an aggregate, `accounts.industry` of the entity itself, `risk.points`. */
export function memberExpression(node: MemberNode, ground: Ground): Expression | null {
  const { scope } = ground;
  const slot = scope.find(node.of.text);
  scope.want(node.of.span, { kind: 'name', entity: ground.entity, row: ground.row, judged: ground.judged });
  if (slot === 'broken') return null;
  if (slot) scope.use(node.of.span, meaningOf(slot));
  if (slot?.noun === 'source') {
    const source = scope.get('source', node.of.text, node.of.span);
    return source && memberColumn(source, node, ground);
  }
  if (slot?.noun === 'table' || slot?.noun === 'context') {
    return lookupExpression(
      { word: node.of, output: node.member, arguments: null, noun: slot.noun },
      ground,
      node.span,
    );
  }
  if (slot?.noun === 'level' || slot?.noun === 'band' || slot?.noun === 'tier') {
    const owner = scope.get(slot.noun, node.of.text, node.of.span);
    return owner && outputExpression(owner, slot.noun, node, ground);
  }
  if (slot !== undefined)
    return scope.report('B105', node.of.span, { name: node.of.text, is: slot.noun, wanted: 'source' });
  const suggestion = closest(node.of.text, [
    ...scope.names('source'),
    ...scope.names('level'),
    ...scope.names('table'),
  ]);
  return scope.report(
    'B101',
    node.of.span,
    { name: node.of.text, wanted: 'source', suggestion },
    replaceBy(node.of.span, suggestion),
  );
}

function memberColumn(source: Source, node: MemberNode, ground: Ground): Expression | null {
  const found = columnNamed(source, node.member, ground.scope);
  if (!found) return unknownColumn(source, node.member, ground);
  if (source.name === ground.row?.name || source.name === ground.entity?.name)
    return columnExpression(source, found, node.span);
  return ground.scope.report('B105', node.span, { name: `${source.name}.${found.name}`, is: 'list', wanted: 'column' });
}

/** The column that a word names, noted as used; undefined when there is none. Reports nothing. */
export function columnNamed(source: Source, word: Word, scope: Scope): Column | undefined {
  const found = column(source, word.text);
  scope.want(word.span, { kind: 'column', source });
  if (found) scope.use(word.span, { kind: 'column', owner: source.name, name: found.name });
  return found;
}

export function unknownColumn(source: Source, word: Word, ground: Pick<Ground, 'scope'>): null {
  if (ground.scope.lostColumns.isOne(source.name, word.text)) return ground.scope.spoil();
  const suggestion = closest(
    word.text,
    source.columns.map((one) => one.name),
  );
  return ground.scope.report(
    'B103',
    word.span,
    { column: word.text, source: source.name, suggestion },
    replaceBy(word.span, suggestion),
  );
}

function outputExpression(
  owner: Pick<Level, 'name' | 'table'>,
  by: 'level' | 'band' | 'tier',
  node: MemberNode,
  ground: Ground,
): Expression | null {
  const output = owner.table.outputs.find((one) => one.name === node.member.text);
  ground.scope.want(node.member.span, { kind: 'output', names: owner.table.outputs.map((one) => one.name) });
  if (output) ground.scope.use(node.member.span, { kind: 'column', owner: owner.name, name: output.name });
  if (output) return { kind: 'output', by, name: owner.name, output: output.name, type: output.type, span: node.span };
  const suggestion = closest(
    node.member.text,
    owner.table.outputs.map((one) => one.name),
  );
  return ground.scope.report(
    'B101',
    node.member.span,
    { name: node.member.text, wanted: 'column', suggestion },
    replaceBy(node.member.span, suggestion),
  );
}
