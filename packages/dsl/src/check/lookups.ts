import type { Expression } from '../model/expression.js';
import type { Context, Lookup } from '../model/model.js';
import { describeType } from '../model/units.js';
import type { ExpressionNode, Word } from '../syntax/nodes.js';
import { closest } from '../text/closest.js';
import type { Span } from '../text/span.js';
import type { Ground } from './ground.js';
import { AS_OF } from './periods.js';
import { replaceBy } from './scope.js';
import { fitTo, sameKind } from './fitting.js';

/** A use of a `table` or `context`: by its bare name, by `name.column`, or as `name(arguments)`. */
export interface Use {
  readonly word: Word;
  readonly noun: 'table' | 'context';
  readonly output: Word | null;
  readonly arguments: readonly ExpressionNode[] | null;
  /** The day that the rows of a dated table are asked for; null: the one from which everything looks back. */
  readonly on?: ExpressionNode | null;
}

/** The value a table gives for the case at hand. Without arguments its inputs are found by their names. */
export function lookupExpression(use: Use, ground: Ground, span: Span): Expression | null {
  const { scope } = ground;
  const owner: Lookup | Context | null = scope.get(use.noun, use.word.text, use.word.span);
  scope.use(use.word.span, { kind: use.noun, owner: null, name: use.word.text });
  if (owner === null) return null;
  const { inputs, outputs } = owner.table;
  const output = use.output ? outputs.find((one) => one.name === use.output?.text) : outputs[0];
  if (use.output) {
    scope.want(use.output.span, { kind: 'output', names: outputs.map((one) => one.name) });
    if (output) scope.use(use.output.span, { kind: 'column', owner: owner.name, name: output.name });
  }
  if (output === undefined) {
    const word = use.output ?? use.word;
    const suggestion = closest(
      word.text,
      outputs.map((one) => one.name),
    );
    return scope.report(
      'B101',
      word.span,
      { name: word.text, wanted: 'column', suggestion },
      replaceBy(word.span, suggestion),
    );
  }
  const own = inputs.filter((input) => input.name !== AS_OF);
  const isDated = own.length < inputs.length;
  if (use.on && !isDated) return scope.report('B428', use.on.span, { name: owner.name });
  const stated = use.arguments ?? own.map((input): ExpressionNode => ({ kind: 'name', name: input.name, span }));
  const nodes = isDated ? [...stated, use.on ?? { kind: 'as of' as const, span }] : stated;
  if (nodes.length !== inputs.length) {
    const wanted = own.map((input) => input.name).join(', ');
    return scope.report('B208', span, { name: owner.name, wanted, found: stated.length });
  }
  const found = nodes.map((node, index) => {
    const argument = ground.check(node, ground);
    const wanted = inputs[index]?.expression.type;
    if (argument === null || wanted === undefined) return null;
    if (sameKind(argument.type, wanted)) return fitTo(scope, argument, wanted);
    return scope.report('B202', argument.span, { left: describeType(argument.type), right: describeType(wanted) });
  });
  const given = found.flatMap((argument) => argument ?? []);
  if (given.length !== inputs.length) return null;
  return { kind: 'lookup', table: owner.name, output: output.name, arguments: given, type: output.type, span };
}
