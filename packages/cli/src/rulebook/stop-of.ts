import type { Language, Notice } from '@benchbook/engine';
import { faultOf, type StopExit } from './fault-of.js';

/** What stopped a run, in the reader's language, and what the process ends with for it. */
export interface Stop {
  readonly exit: StopExit;
  readonly notices: readonly Notice[];
}

/** What a DataError found; null for any other error, and where the engine itself cannot be loaded. */
export async function stopOf(error: unknown, language: Language): Promise<Stop | null> {
  const engine = await import('@benchbook/engine').catch(() => null);
  if (engine === null) return null;
  const { DataError, toNotice } = engine;
  if (!(error instanceof DataError)) return null;
  return { exit: faultOf(error.notices), notices: error.notices.map((each) => toNotice(each, language)) };
}
