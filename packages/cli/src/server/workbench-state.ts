import type { Model } from '@benchbook/dsl';
import { type Language, type Notice, type Report, toNotice, type WorkbenchState } from '@benchbook/engine';
import { databaseLack } from '../rulebook/database-lack.js';
import { diagnosticReports } from '../rulebook/diagnostics.js';
import { wordsFor } from '../language/words.js';
import type { Exchange } from '../routes/route.js';
import type { LiveState } from './live-state.js';
import { versionOf } from './rulebook-file.js';

/** What the page asks for first, in the reader's language. */
export function workbenchState(
  state: LiveState & { readonly report: Report | null },
  { file, rulebook }: Pick<Exchange, 'file' | 'rulebook'>,
  language: Language,
): WorkbenchState {
  const files = state.reading?.program.files ?? [];
  const text = files[0]?.text ?? '';
  return {
    revision: state.revision,
    report: state.report && { ...state.report, ranking: [] },
    report_at: state.madeAt?.toISOString() ?? null,
    stale: state.stale,
    left_out: state.leftOut,
    diagnostics: state.reading === null ? [] : diagnosticReports(state.reading, file, language),
    problems: problems(state, language),
    scenarios: scenarios(state.rules, language),
    rulebook: { file, text, version: versionOf(text), editable: rulebook !== null },
    files: files.map((each) => ({ file: each.file, text: each.text })),
  };
}

function scenarios(rules: Model | null, language: Language): WorkbenchState['scenarios'] {
  return (rules?.scenarios ?? []).map(({ name, label, translations }) => ({
    name,
    label: translations[language] ?? label,
  }));
}

function problems(state: LiveState, language: Language): Notice[] {
  const found = state.problems.map((each) => toNotice(each, language));
  if (state.fault === null) return found;
  const { server, usage } = wordsFor(language);
  const lack = databaseLack(state.fault);
  const text = lack === null ? server.fault : usage.database[lack];
  return [...found, { code: 'R399', severity: 'error', text, file: null, line: null, count: null }];
}
