import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '@benchbook/engine';
import type { Words } from '../language/words.js';
import type { LiveWorkbook } from '../server/live-workbook.js';
import type { Meter } from '../server/meter.js';
import type { RulebookFile } from '../server/rulebook-file.js';

/** One request on its way through: what was asked, in which language, and of which workbook. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly language: Language;
  readonly words: Words;
  readonly live: LiveWorkbook;
  /** The rulebook as the person who started the server wrote it. */
  readonly file: string;
  /** The rulebook on disk; null where nobody may write to it. */
  readonly rulebook: RulebookFile | null;
  readonly meter: Meter;
}

export type Route = (exchange: Exchange) => Promise<void>;
