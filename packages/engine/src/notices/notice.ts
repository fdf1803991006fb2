import type { Notice } from '../results.js';
import type { Catalogue } from './catalogue.js';
import { dataNotices, type DataNotices } from './data-notices.js';
import { judgingNotices, type JudgingNotices } from './judging-notices.js';
import { notebookNotices, type NotebookNotices } from './notebook-notices.js';
import { runNotices, type RunNotices } from './run-notices.js';
import { whatIfNotices, type WhatIfNotices } from './what-if-notices.js';

/** What each code's sentence needs to know: a message cannot miss its parameter. */
export type NoticeShapes = DataNotices & RunNotices & JudgingNotices & WhatIfNotices & NotebookNotices;
export type NoticeCode = keyof NoticeShapes;
export type NoticeLanguage = 'en' | 'zh';

/** Something found in the data or in a run, not yet in anyone's language. */
export type NoticeData = { readonly [Code in NoticeCode]: NoticeOf<Code> }[NoticeCode];

interface NoticeOf<Code extends NoticeCode> extends Where {
  readonly code: Code;
  readonly severity: Notice['severity'];
  readonly data: NoticeShapes[Code];
}

/** `file` and `line` (1-based) are the rulebook's; `count` is of the rows concerned. */
interface Where {
  readonly file: string | null;
  readonly line: number | null;
  readonly count: number | null;
}

const catalogue: Catalogue<NoticeShapes> = {
  ...dataNotices,
  ...runNotices,
  ...judgingNotices,
  ...whatIfNotices,
  ...notebookNotices,
};

export function notice<Code extends NoticeCode>(
  code: Code,
  data: NoticeShapes[Code],
  where: Partial<Where> = {},
): NoticeData {
  const { severity } = catalogue[code];
  const made: NoticeOf<Code> = { code, severity, data, file: null, line: null, count: null, ...where };
  return made as NoticeData;
}

/** The sentence, in the reader's language. */
export function toNotice(given: NoticeData, language: NoticeLanguage): Notice {
  const { code, severity, file, line, count } = given;
  return { code, severity, text: say(given, language), file, line, count };
}

function say<Code extends NoticeCode>({ code, data }: NoticeOf<Code>, language: NoticeLanguage): string {
  return catalogue[code][language](data);
}

/** Data that stops a run: all that was found, at once. */
export class DataError extends Error {
  override readonly name = 'DataError';

  constructor(readonly notices: readonly NoticeData[]) {
    super(notices.map((each) => toNotice(each, 'en').text).join('\n'));
  }
}
