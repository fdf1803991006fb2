import type { Notice } from '../results.js';

/** One code's sentence in both languages. */
export interface Sentence<Data> {
  readonly severity: Notice['severity'];
  en(data: Data): string;
  zh(data: Data): string;
}

export type Catalogue<Shapes> = { readonly [Code in keyof Shapes]: Sentence<Shapes[Code]> };
