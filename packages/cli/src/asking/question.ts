import { baseOf, check, parse, type Diagnostic, type Model, type Program } from '@benchbook/dsl';
import type { Reading } from '@benchbook/engine';

/** What may be asked of a rulebook: its own questions, or one from outside. */
export type Questions = Pick<Model, 'sweeps' | 'seeks' | 'inverses' | 'drivers'>;

/** A question that stands outside the rulebook, read by its grammar and its checks. */
export interface QuestionRead {
  /** The rulebook with the question; null when nothing in it can be used. */
  readonly model: Model | null;
  readonly questions: Questions;
  /** What is wrong with the question alone. */
  readonly diagnostics: readonly Diagnostic[];
  readonly program: Program;
}

/** How the reader knows the text of a question; shown with what is wrong. */
const NAME = 'QUESTION';

/** @param asOf the day from which everything looks back, as the rulebook was read */
export function readQuestion({ program }: Pick<Reading, 'program'>, text: string, asOf: string | null): QuestionRead {
  const tree = parse(NAME, text, { base: baseOf(program.files.length) });
  const asked = {
    ...program,
    files: [...program.files, tree],
    declarations: [...program.declarations, ...tree.declarations],
    diagnostics: [...program.diagnostics, ...tree.diagnostics],
  };
  const { model, diagnostics } = check(asked, { asOf });
  const own = <One extends { readonly span: { readonly start: number } }>(all: readonly One[]): readonly One[] =>
    all.filter(({ span }) => span.start >= tree.base);
  return {
    model,
    questions: {
      sweeps: own(model?.sweeps ?? []),
      seeks: own(model?.seeks ?? []),
      inverses: own(model?.inverses ?? []),
      drivers: own(model?.drivers ?? []),
    },
    diagnostics: own(diagnostics),
    program: asked,
  };
}
