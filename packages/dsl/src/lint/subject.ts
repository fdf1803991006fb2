import type { CheckResult } from '../check/check.js';
import type { NameUse } from '../check/uses.js';
import type { Model } from '../model/model.js';
import type { Declaration, NumberNode } from '../syntax/nodes.js';
import { nodesIn } from '../syntax/nodes-in.js';
import type { Program } from '../syntax/program.js';
import type { Tree } from '../syntax/tree.js';
import { textOf } from '../text/files.js';
import type { Span } from '../text/span.js';

/** What rules look at: the file asked for, and what the checker made of it. Declarations with errors are left out. */
export class Subject {
  readonly tree: Tree;
  readonly declarations: readonly Declaration[];
  readonly model: Model | null;
  readonly uses: readonly NameUse[];
  /** Of all files, for rules that ask whether something is there at all. */
  readonly everywhere: readonly Declaration[];

  constructor(
    private readonly program: Program,
    { model, uses }: Pick<CheckResult, 'model' | 'uses'>,
  ) {
    const [entry] = program.files;
    if (entry === undefined) throw new TypeError('a program has at least one file');
    this.tree = entry;
    this.declarations = entry.declarations.filter((one) => !one.broken);
    this.everywhere = program.declarations;
    this.model = model;
    this.uses = uses;
  }

  text(span: Span): string {
    return textOf(this.program.files, span);
  }

  of(...nouns: readonly Declaration['noun'][]): Declaration[] {
    return this.declarations.filter(({ noun }) => nouns.includes(noun));
  }

  /** Whether a thing of the model is declared in the file that is looked at. */
  owns({ span }: { readonly span: Span }): boolean {
    return this.declarations.some((one) => one.span.start <= span.start && span.end <= one.span.end);
  }

  declarationAt({ start }: Span): Declaration | undefined {
    return this.declarations.find((one) => one.span.start <= start && start < one.span.end);
  }
}

/** The numbers in what a rule computes with: formulas, `where`, arguments; not those in tables, which have a name. */
export function numbersIn(declaration: Declaration): NumberNode[] {
  const clauses = declaration.clauses.filter(({ kind }) => kind === 'formula' || kind === 'where');
  return [...nodesIn(clauses)].filter((node): node is NumberNode => 'kind' in node && node.kind === 'number');
}

export const nameSpan = (declaration: Declaration): Span => declaration.name?.span ?? declaration.nounSpan;
export const nameOf = (declaration: Declaration): string => declaration.name?.text ?? declaration.noun ?? '';
