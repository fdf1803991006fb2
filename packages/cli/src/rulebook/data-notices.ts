import type { Language } from '@benchbook/engine';
import type { Notice } from '@benchbook/engine/results';

/** What a DataError found, in the reader's language; null for any other error. */
export async function dataNotices(error: unknown, language: Language): Promise<Notice[] | null> {
  const { DataError, toNotice } = await import('@benchbook/engine');
  return error instanceof DataError ? error.notices.map((each) => toNotice(each, language)) : null;
}
