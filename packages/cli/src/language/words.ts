import type { Language } from '@benchbook/engine';
import * as en from './en/index.js';
import * as zh from './zh/index.js';

/** Everything the command says, by subject. A sentence with parts is a function of them. */
export interface Words {
  readonly usage: typeof en.usage;
  readonly options: typeof en.options;
  readonly commands: typeof en.commands;
  readonly help: typeof en.help;
  readonly report: typeof en.report;
  readonly explain: typeof en.explain;
  readonly fmt: typeof en.fmt;
  readonly history: typeof en.history;
  readonly lint: typeof en.lint;
  readonly asking: typeof en.asking;
  readonly diff: typeof en.diff;
  readonly docs: typeof en.docs;
  readonly notebook: typeof en.notebook;
  readonly planning: typeof en.planning;
  readonly publish: typeof en.publish;
  readonly tests: typeof en.tests;
  readonly server: typeof en.server;
}

const DICTIONARIES: Readonly<Record<Language, Words>> = { en, zh };

export function wordsFor(language: Language): Words {
  return DICTIONARIES[language];
}
