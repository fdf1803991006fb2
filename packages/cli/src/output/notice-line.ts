import type { Notice } from '@benchbook/engine';
import type { Words } from '../language/words.js';

/** `data/accounts.csv:12: warning D203: ...`: what editors make a link of. */
export function noticeLine(notice: Notice, words: Words['report']): string {
  const place = notice.file === null ? '' : `${words.at(notice.file, notice.line)}: `;
  return `${place}${words[notice.severity]} ${notice.code}: ${notice.text}`;
}
