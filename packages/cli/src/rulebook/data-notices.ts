import type { Language, Notice } from '@benchbook/engine';

/** What a DataError found, in the reader's language; null for any other error, and where the engine itself cannot be loaded. */
export async function dataNotices(error: unknown, language: Language): Promise<Notice[] | null> {
  const engine = await import('@benchbook/engine').catch(() => null);
  if (engine === null) return null;
  const { DataError, toNotice } = engine;
  return error instanceof DataError ? error.notices.map((each) => toNotice(each, language)) : null;
}
