import { html, nothing, type TemplateResult } from 'lit';
import type { DiagnosticReport, WorkbenchState } from '@benchbook/engine/results';
import { ShowLineEvent, shortName } from '../../elements/line-link.js';
import { codeLink, withCode } from '../../elements/marks.js';
import type { Format } from '../../language/format.js';
import type { Words } from '../../language/language.js';
import type { View } from '../store.js';
import { noticeList } from './data-room.js';

interface Trouble {
  readonly view: View;
  readonly words: Words;
  readonly format: Format;
}

/** What is wrong on disk while the last good report stands, or what keeps the first from coming. */
export function problems(trouble: Trouble, state: WorkbenchState): TemplateResult | typeof nothing {
  const { words, format } = trouble;
  const hasReport = state.report !== null;
  if (hasReport && !state.stale && state.diagnostics.length === 0) return nothing;
  const isSevere = !hasReport || state.stale || state.left_out.length > 0;
  const isEmpty = state.diagnostics.length === 0 && state.problems.length === 0;
  return html`<section
    class="problems ${isSevere ? 'severe' : 'mild'}"
    aria-live="polite"
    aria-label=${hasReport ? words.errorsInText : words.noReport}
  >
    ${
      hasReport
        ? nothing
        : html`<p class="banner">${words.noReport}</p>
            <p>${isEmpty ? words.noReportNothing : words.noReportHint}</p>`
    }
    ${
      state.diagnostics.length === 0
        ? nothing
        : html`<h2>${words.errorsInText}</h2>
            ${diagnosticList(state.diagnostics, words)}`
    }
    ${
      state.problems.length === 0
        ? nothing
        : html`<h2>${words.problemsInData}</h2>
            ${noticeList(state.problems, { words, format })}`
    }
  </section>`;
}

/** While the report is not that of the text on disk, a line that stays in sight says so, wherever the reader is. */
export function staleStrip(trouble: Trouble, state: WorkbenchState): TemplateResult | typeof nothing {
  const { words, format } = trouble;
  if (state.report === null || !(state.stale || state.left_out.length > 0)) return nothing;
  const show = (): void => {
    document.querySelector('.problems')?.scrollIntoView({ block: 'start' });
  };
  return html`<div class="strip" role="status">
    <b>${staleTitle(state, trouble)}</b>
    <button type="button" class="line-link" @click=${show}>
      ${words.seeProblems(format.count(state.diagnostics.length + state.problems.length))}
    </button>
  </div>`;
}

function staleTitle(state: WorkbenchState, { words, format }: Trouble): string {
  if (!state.stale) return words.shownWithout(state.left_out.join(words.listComma));
  if (!state.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return words.staleProblems;
  return state.report_at === null ? words.stale : words.staleSince(format.time(new Date(state.report_at)));
}

function diagnosticList(diagnostics: readonly DiagnosticReport[], words: Words): TemplateResult {
  return html`<ul class="notices">
    ${diagnostics.map((diagnostic) => {
      const show = (event: Event): void => {
        event.target?.dispatchEvent(new ShowLineEvent(diagnostic.file, diagnostic.line));
      };
      return html`<li class=${diagnostic.severity}>
        <span class="tag">${words.severities[diagnostic.severity]}</span>
        ${codeLink(diagnostic.code)} ${withCode(diagnostic.message)}
        <button type="button" class="line-link" title=${words.goToLine(String(diagnostic.line))} @click=${show}>
          ${words.lineOf(shortName(diagnostic.file), `${String(diagnostic.line)}:${String(diagnostic.column)}`)}
        </button>
        ${diagnostic.hint === null ? nothing : html`<p class="hint">${withCode(diagnostic.hint)}</p>`}
      </li>`;
    })}
  </ul>`;
}
