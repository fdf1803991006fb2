import type { Gathering, HitPolicy, TableOutput, TableRow } from '../model/decision-table.js';
import type { Constant, ValueType } from '../model/expression.js';
import { COUNT, numberType } from '../model/units.js';
import { clauseOf } from '../syntax/clauses.js';
import type { ClauseOf, Declaration, ListNode } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import { constantOf, textConstant } from './constants.js';
import { keyOf } from '../model/constant-keys.js';
import { replaceBy } from './scope.js';
import type { Scope } from './scope.js';

/** How a table decides, as written after its name. */
export interface Hit {
  readonly policy: HitPolicy;
  readonly gathering: Gathering | null;
  /** Whether rows are preferred by what they give rather than by where they stand. */
  readonly byOutput: boolean;
  /** `[declined, refer, accepted]`: the order of the outputs; without it, the order in which the table first gives them. */
  readonly outputs: ListNode | null;
}

export const UNIQUE: Hit = { policy: 'unique', gathering: null, byOutput: false, outputs: null };

/** What is written after the name of a table; null where it does not fit (reported). Nothing written is `unique`. */
export function hitPolicy(scope: Scope, declaration: Declaration): Hit | null {
  const clause = clauseOf(declaration, 'hit');
  if (clause === undefined) return UNIQUE;
  const policy = clause.name.text as HitPolicy;
  const noun = declaration.noun ?? '';
  if (!suits(policy, noun)) return scope.report('B315', clause.name.span, { noun, policy });
  const odd = oddWord(clause, policy);
  if (odd) return scope.report('B316', odd.span, { policy, word: scope.text(odd.span) });
  const gathering = policy === 'collect' ? ((clause.how?.text ?? 'list') as Gathering) : null;
  const byOutput = policy === 'priority' || clause.order?.text === 'output';
  return { policy, gathering, byOutput, outputs: clause.outputs };
}

/** A band, a level and a tier give one label, a benchmark one threshold a metric, and thresholds have no order. */
function suits(policy: HitPolicy, noun: string): boolean {
  if (policy === 'collect') return noun === 'table' || noun === 'context';
  return policy !== 'priority' || noun !== 'benchmark';
}

/** A word that does not go with the policy before it: only `collect` makes one of many, only some ask for an order. */
function oddWord({ how, order, outputs }: ClauseOf<'hit'>, policy: HitPolicy) {
  if (how && policy !== 'collect') return how;
  if (order && (policy !== 'collect' || how)) return order;
  return outputs && policy !== 'priority' && order?.text !== 'output' ? outputs : null;
}

/** What each output column gives under the policy; where its cells cannot be gathered so, which is reported, what a cell gives. */
export function gathered(scope: Scope, hit: Hit, outputs: readonly TableOutput[]): TableOutput[] {
  return outputs.map((output) => gatheredOutput(scope, hit.gathering, output) ?? output);
}

function gatheredOutput(scope: Scope, gathering: Gathering | null, output: TableOutput): TableOutput | null {
  const { cells, name, span } = output;
  const ordered = cells.kind === 'number' || (cells.kind === 'date' && gathering !== 'sum');
  switch (gathering) {
    case null:
      return output;
    case 'list':
      return { ...output, type: { kind: 'list', of: cells } };
    case 'count':
      return { ...output, type: numberType(COUNT) };
    case 'sum':
    case 'min':
    case 'max':
      return ordered ? output : scope.report('B317', span, { gathering, column: name, found: cells.kind });
  }
}

/** The places of the rows in the order in which they are preferred: that of the file where another is not whole (reported). */
export function orderOf(
  scope: Scope,
  hit: Hit,
  output: TableOutput | undefined,
  rows: readonly TableRow<unknown>[],
): readonly number[] {
  const places = rows.map((_, index) => index);
  if (!hit.byOutput || output === undefined) return places;
  const given = rows.map((row) => keyOfOutcome(row.outcomes[0]));
  const declared = hit.outputs === null ? given : declaredOrder(scope, hit.outputs, output, rows);
  if (declared === null) return places;
  // What says nothing comes last.
  const rank = (index: number): number => {
    const key = given[index] ?? null;
    return key === null ? Infinity : declared.indexOf(key);
  };
  return places.toSorted((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
}

const keyOfOutcome = (outcome: unknown): string | null => (outcome == null ? null : keyOf(outcome as Constant));

/** The outputs as listed; every one that the table gives must be among them, and none that it does not. */
function declaredOrder(
  scope: Scope,
  { items, span }: ListNode,
  output: TableOutput,
  rows: readonly TableRow<unknown>[],
): readonly string[] | null {
  const constants = items.map((item) => itemOf(scope, item, output.cells));
  const listed = constants.map((constant) => constant && keyOf(constant));
  if (listed.includes(null)) return null;
  const given = new Set(rows.flatMap((row) => keyOfOutcome(row.outcomes[0]) ?? []));
  const before = scope.diagnostics.length;
  for (const [index, item] of items.entries()) {
    const key = listed[index] ?? '';
    if (given.has(key)) continue;
    const suggestion = closest(key, [...given]);
    scope.report('B319', item.span, { output: key, column: output.name, suggestion }, replaceBy(item.span, suggestion));
  }
  const left = [...given].filter((key) => !listed.includes(key));
  if (left.length > 0) {
    const at = { start: span.end - 1, end: span.end - 1 };
    const fix = { span: at, replacement: `, ${left.map(written).join(', ')}` };
    scope.report('B318', span, { outputs: left, column: output.name }, { fix });
  }
  return scope.diagnostics.length > before ? null : (listed as readonly string[]);
}

/** A bare name is a label, as in a comparison with one. */
function itemOf(scope: Scope, item: ListNode['items'][number], type: ValueType): Constant | null {
  if (item.kind !== 'name') return constantOf(scope, item, type);
  if (type.kind === 'text') return textConstant(item.name);
  return scope.report('B205', item.span, { found: 'text', wanted: type.kind });
}

/** A label as an item of a list: bare where it is a name, in quotes otherwise. */
const written = (label: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(label) ? label : `"${label.replace(/["\\]/g, '\\$&')}"`;
