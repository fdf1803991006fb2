import { placeOf, type Model, type Span } from '@benchbook/dsl';

/** Where a part of the model is written: the file and the 1-based line in it. */
export function whereOf(model: Pick<Model, 'files'>, part: { readonly span: Span }): { file: string; line: number } {
  const { file, line } = placeOf(model.files, part.span);
  return { file, line };
}
