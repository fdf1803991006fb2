import { html, nothing, type TemplateResult } from 'lit';
import { askedBy } from '../../api/asked.js';
import { exportAddress } from '../../api/client.js';
import { LANGUAGES, wordsOf, type Words } from '../../language/language.js';
import type { Format } from '../../language/format.js';
import { isTheme, THEMES } from '../theme.js';
import { named, spoken } from '../../language/spoken.js';
import { labelOf } from '../room.js';
import { scenarioChoice } from './scenario-strip.js';
import type { Store, View } from '../store.js';

interface Header {
  readonly store: Store;
  readonly view: View;
  readonly words: Words;
  readonly format: Format;
}

/** Whose rules these are, on which data, and how to look at them. */
export function header({ store, view, words, format }: Header): TemplateResult {
  const report = view.state?.report ?? null;
  const asked = askedBy(new URL(location.href));
  const changeTheme = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (isTheme(value)) store.setTheme(value);
  };
  return html`<header class="bar">
    <div class="title">
      <h1>
        ${report === null ? words.product : labelOf(report.rulebook)}
        ${report?.rulebook.version == null ? nothing : html`<span class="version">${words.version(report.rulebook.version)}</span>`}
      </h1>
      <p class="data-line">${report === null ? html`&nbsp;` : dataLine({ store, view, words, format })}</p>
    </div>
    <div class="tools">
      ${scenarioChoice(view, words)}
      <div class="segments" role="group" aria-label=${words.language}>
        ${LANGUAGES.map(
          (language) =>
            html`<button
              type="button"
              lang=${language}
              aria-pressed=${view.language === language}
              @click=${() => {
                store.setLanguage(language);
              }}
            >
              ${wordsOf(language).languageName}
            </button>`,
        )}
      </div>
      <label class="field"
        ><span class="visually-hidden">${words.theme}</span>
        <select aria-label=${words.theme} @change=${changeTheme}>
          ${THEMES.map((theme) => html`<option value=${theme} .selected=${view.theme === theme}>${words.themes[theme]}</option>`)}
        </select>
      </label>
      ${
        report === null
          ? nothing
          : html`<span class="export"
              ><span>${words.exportAs}</span>
              <a href=${exportAddress('csv', asked)} download>${words.exportCsv}</a>
              <a href=${exportAddress('json', asked)} download>${words.exportJson}</a></span
            >`
      }
      <button
        type="button"
        class="toggle"
        aria-expanded=${view.rulebookOpen}
        aria-controls="rulebook"
        @click=${() => {
          store.setRulebookOpen(!view.rulebookOpen);
        }}
      >
        ${view.rulebookOpen ? words.hideRulebook : words.showRulebook}
      </button>
    </div>
  </header>`;
}

function dataLine({ view, words, format }: Header): TemplateResult {
  const report = view.state?.report;
  if (report == null) return html``;
  const { population, sources } = report;
  const source = sources.find((candidate) => candidate.name === population.source);
  const { cut } = population;
  return html`${words.dataLine(format.count(population.size), format.count(population.of), source === undefined ? population.source : spoken(source, format.language))}
  · ${named(population, format.language)}${cut === null ? nothing : html` · ${words.cutLine(cut.by, cut.display)}`}`;
}
