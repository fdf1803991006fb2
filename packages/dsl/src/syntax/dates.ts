import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../text/span.js';

/** `2025/12/31`, `2025.12.31`, `2025年12月31日`, `2025年12月`: dates as documents write them. */
export const OTHER_DATES = /\d{4}([/.])\d{1,2}\1\d{1,2}(?!\d)|\d{4}年\d{1,2}月(?:\d{1,2}日)?/g;

/** The date such a text means, as the language writes it; null when the text is something else. */
export function isoOf(text: string): string | null {
  if (text.match(OTHER_DATES)?.[0] !== text) return null;
  const [year = '', ...others] = text.match(/\d+/g) ?? [];
  return [year, ...others.map((part) => part.padStart(2, '0'))].join('-');
}

export const misspelledDate = (span: Span, iso: string, text: string): Diagnostic<'B016'> =>
  diagnostic('B016', span, { text, iso }, { fix: { span, replacement: iso } });
