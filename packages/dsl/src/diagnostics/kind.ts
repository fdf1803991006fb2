export type Severity = 'error' | 'warning' | 'hint';
export type Language = 'en' | 'zh';

/** What a reader sees: what is wrong, and what to do about it. */
export interface Sentence {
  readonly text: string;
  readonly hint: string | null;
}

/** A kind of diagnostic. Its sentences take the data that the code carries, so none can miss a parameter. */
export interface DiagnosticKind<Data> {
  readonly severity: Severity;
  readonly en: (data: Data) => Sentence;
  readonly zh: (data: Data) => Sentence;
}

type Writing<Data> = (data: Data) => string | readonly [text: string, hint: string | null];

export function kind<Data>(severity: Severity, en: Writing<Data>, zh: Writing<Data>): DiagnosticKind<Data> {
  return { severity, en: (data) => sentence(en(data)), zh: (data) => sentence(zh(data)) };
}

function sentence(written: string | readonly [string, string | null]): Sentence {
  return typeof written === 'string' ? { text: written, hint: null } : { text: written[0], hint: written[1] };
}
