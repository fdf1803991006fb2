import { html, nothing, type TemplateResult } from 'lit';
import type { MovedNumber, ScenarioReport, WorkbenchState } from '@benchbook/engine/results';
import { underScenario } from '../../api/asked.js';
import type { Words } from '../../language/language.js';
import { spoken } from '../../language/spoken.js';
import type { View } from '../store.js';

/** More moves than these are counted. */
const MOST_SHOWN = 4;

/** Under which scenario everything below stands, and what it changed; nothing for the rulebook as it stands. */
export function scenarioStrip(state: WorkbenchState, words: Words): TemplateResult | typeof nothing {
  const scenario = state.report?.scenario ?? null;
  if (scenario === null) return nothing;
  const { moves, applied } = scenario;
  const others = moves.length - MOST_SHOWN;
  return html`<div class="strip scenario" role="status">
    <b>${words.underScenario(nameOf(scenario, words))}</b>
    ${applied.map(({ population, benchmarks, combine }) => html`<span>${words.appliedTo(benchmarks.length > 1 ? `${combine}(${benchmarks.join(', ')})` : benchmarks.join(''), population)}</span>`)}
    ${moves.slice(0, MOST_SHOWN).map((move) => movedNumber(move))}
    ${others > 0 ? html`<span>${words.moreMoves(String(others))}</span>` : nothing}
    <a href=${underScenario(new URL(location.href), null)}>${words.backToBase}</a>
  </div>`;
}

const nameOf = ({ name, label, given }: ScenarioReport, words: Words): string =>
  [label ?? name ?? [], given ? words.givenNumbers : []].flat().join(' + ');

const movedNumber = ({ path, from, to }: MovedNumber): TemplateResult =>
  html`<span><code>${path}</code> ${from} → <b>${to}</b></span>`;

/** Chooses among the scenarios of the rulebook; nothing where there is none. */
export function scenarioChoice(view: View, words: Words): TemplateResult | typeof nothing {
  const scenarios = view.state?.scenarios ?? [];
  if (scenarios.length === 0) return nothing;
  const now = new URL(location.href).searchParams.get('scenario');
  const change = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    location.assign(underScenario(new URL(location.href), value === '' ? null : value));
  };
  return html`<label class="field"
    ><span class="visually-hidden">${words.scenario}</span>
    <select aria-label=${words.scenario} @change=${change}>
      <option value="" .selected=${now === null}>${words.asItStands}</option>
      ${scenarios.map(
        (one) => html`<option value=${one.name} .selected=${now === one.name}>${spoken(one, view.language)}</option>`,
      )}
    </select>
  </label>`;
}
