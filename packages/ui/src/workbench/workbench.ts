import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Explanation, WorkbenchState } from '@benchbook/engine/results';
import { ShowLineEvent } from '../elements/line-link.js';
import { formatFor, type Format } from '../language/format.js';
import { languageTag, wordsOf, type Language, type Words } from '../language/language.js';
import { breakdownsRoom } from './rooms/breakdowns-room.js';
import { censusRoom } from './rooms/census-room.js';
import { dataRoom } from './rooms/data-room.js';
import { explanationPanel } from './rooms/explanation-panel.js';
import { goalsRoom } from './rooms/goals-room.js';
import { header } from './rooms/header.js';
import { metricsRoom } from './rooms/metrics-room.js';
import { underScenario } from '../api/asked.js';
import { problems, staleStrip } from './rooms/problems.js';
import { scenarioStrip } from './rooms/scenario-strip.js';
import { rankingRoom } from './rooms/ranking-room.js';
import { scoresRoom } from './rooms/scores-room.js';
import { showsRoom } from './rooms/shows-room.js';
import './rulebook-pane.js';
import type { RulebookPane } from './rulebook-pane.js';
import { inView, keepInPlace } from './keep-in-place.js';
import { keep } from './preferences.js';
import type { Room } from './room.js';
import type { Store, View } from './store.js';
import { applyTheme } from './theme.js';
import { accountFrom, rulebookFrom, withAccount, withLanguage, withRulebook } from './url-state.js';

interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** For links into a text that is no longer the one the report was made from. */
  readonly stale: Words;
  readonly format: Format;
}

/** From this width on the rulebook and the explanation stand beside the report. */
const WIDE = '(min-width: 1080px)';

/** The page. It draws what the store holds and keeps address, title and preferences in step with it. */
export class Workbench extends LitElement {
  static override properties = { store: { attribute: false }, wide: { state: true } };

  declare store: Store;
  declare private wide: boolean;
  private docked = false;
  /** The view that the page was last told of. */
  private drawn: View | null = null;

  private readonly breadth = matchMedia(WIDE);
  private readonly stops: (() => void)[] = [];
  private told: Speech | null = null;

  constructor() {
    super();
    this.wide = this.breadth.matches;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const listen = (target: EventTarget, name: string, hear: (event: Event) => void): void => {
      target.addEventListener(name, hear);
      this.stops.push(() => {
        target.removeEventListener(name, hear);
      });
    };
    listen(this.breadth, 'change', () => (this.wide = this.breadth.matches));
    listen(window, 'hashchange', () => {
      const address = new URL(location.href);
      this.store.select(accountFrom(address));
      if (!this.wide && rulebookFrom(address) !== this.store.view.rulebookOpen)
        this.store.setRulebookOpen(rulebookFrom(address));
    });
    listen(window, 'keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape' && this.wide) this.store.select(null);
    });
    listen(this, ShowLineEvent.type, (event) => {
      if (event instanceof ShowLineEvent) this.store.showLine(event.file, event.line);
    });
    this.stops.push(
      this.store.subscribe(() => {
        const { view } = this.store;
        // A keystroke is the rulebook pane's alone: the report is not drawn anew for it.
        const pane = differsInText(this.drawn, view) ? this.querySelector<RulebookPane>('bench-rulebook') : null;
        this.drawn = view;
        if (pane === null) this.requestUpdate();
        else pane.view = view;
      }),
      this.store.start(),
    );
  }

  override disconnectedCallback(): void {
    for (const stop of this.stops.splice(0)) stop();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    const { view } = this.store;
    const docked = this.wide && (view.rulebookOpen || view.selected !== null);
    if (this.hasUpdated && docked !== this.docked) {
      const anchor = inView(this.querySelectorAll('main > .problems, .room > *'));
      if (anchor !== null && scrollY > 0) keepInPlace(anchor);
    }
    this.docked = docked;
  }

  protected override render(): TemplateResult {
    const { view } = this.store;
    const { words, stale, format } = this.speech(view.language);
    const { state } = view;
    const report = state?.report ?? null;
    const room: Room | null =
      report === null ? null : { store: this.store, view, report, words: isTextOff(state) ? stale : words, format };
    const isDocked = this.docked && (view.rulebookOpen || report !== null);
    return html`<a class="skip" href="#main" @click=${this.skip}>${words.skip}</a>
      ${header({ store: this.store, view, words, format })}
      ${view.connected ? nothing : html`<p class="offline" role="status">${words.offline}</p>`}
      ${state === null ? nothing : staleStrip({ view, words, format }, state)}
      ${state === null ? nothing : scenarioStrip(state, words)}
      <div class="page ${isDocked ? 'docked' : ''}">
        <main id="main" tabindex="-1">
          ${view.failure === null ? nothing : this.failure(view.failure, words)}
          ${state === null ? nothing : problems({ view, words, format }, state)}
          ${room === null ? nothing : rooms(room)}
          ${state === null && view.failure === null ? skeleton(words) : nothing}
        </main>
        ${state === null ? nothing : this.dock(state, room, words)}
      </div>
      ${!this.wide && view.selected !== null && room !== null ? this.dialog(room) : nothing}
      ${!this.wide && view.rulebookOpen && state !== null ? this.rulebookDialog(state, words) : nothing}`;
  }

  /** Explanation above, rulebook below, so that a rule and its line are in sight together. */
  private dock(state: WorkbenchState, room: Room | null, words: Words): TemplateResult | typeof nothing {
    const { view } = this.store;
    if (!this.wide) return nothing;
    const explains = view.selected !== null && room !== null;
    if (!explains && !view.rulebookOpen) return nothing;
    return html`<div class="dock ${explains && view.rulebookOpen ? 'both' : ''}">
      ${explains ? html`<aside class="explanation" aria-label=${words.explanation}>${this.explanation(room)}</aside>` : nothing}
      ${
        view.rulebookOpen
          ? html`<section class="rulebook" id="rulebook" aria-labelledby="rulebook-title">
              ${this.rulebook(state, words)}
            </section>`
          : nothing
      }
    </div>`;
  }

  private rulebook(state: WorkbenchState, words: Words): TemplateResult {
    const { view } = this.store;
    return html`<bench-rulebook
      .store=${this.store}
      .view=${view}
      .state=${state}
      .cited=${citedLines(view.explanation)}
      .words=${words}
      .language=${view.language}
    ></bench-rulebook>`;
  }

  /** On a narrow page the text lies over everything else, which stays as it is below. */
  private rulebookDialog(state: WorkbenchState, words: Words): TemplateResult {
    const closed = (): void => {
      this.store.setRulebookOpen(false);
    };
    return html`<dialog class="rulebook" id="rulebook" aria-labelledby="rulebook-title" @close=${closed}>
      ${closeButton(words, closeDialog)} ${this.rulebook(state, words)}
    </dialog>`;
  }

  private dialog(room: Room): TemplateResult {
    const close = (): void => {
      this.store.select(null);
    };
    return html`<dialog class="explanation" aria-label=${room.words.explanation} @close=${close}>
      ${this.explanation(room)}
    </dialog>`;
  }

  private explanation(room: Room): TemplateResult {
    const { view, words } = room;
    const close = (): void => {
      this.store.select(null);
    };
    return html`${closeButton(words, close)}
      <div aria-live="polite">
        ${view.explanation === null ? noExplanation(room) : explanationPanel(view.explanation, room)}
      </div>`;
  }

  private failure(message: string, words: Words): TemplateResult {
    return html`<div class="failure" role="alert">
      ${
        this.store.view.refused
          ? html`<p><b>${message}</b></p>
              <p><a href=${underScenario(new URL(location.href), null)}>${words.backToBase}</a></p>`
          : html`<p><b>${words.cannotReach}</b> (${message})</p>
              <p>${words.cannotReachHint}</p>`
      }
      ${this.store.view.refused ? nothing : html`<button type="button" @click=${() => void this.store.refresh()}>${words.retry}</button>`}
    </div>`;
  }

  protected override updated(): void {
    const { view } = this.store;
    const root = document.documentElement;
    // Even the same value written again makes a browser work out every style anew.
    if (root.lang !== languageTag(view.language)) root.lang = languageTag(view.language);
    applyTheme(view.theme, root);
    keep('benchbook.language', view.language);
    keep('benchbook.theme', view.theme);
    if (this.wide) keep('benchbook.rulebook', view.rulebookOpen ? 'open' : 'closed');
    const report = view.state?.report ?? null;
    document.title = report === null ? 'Benchbook' : `${report.rulebook.label ?? report.rulebook.name} · Benchbook`;
    this.keepAddress();
    const isStriped = view.state?.stale === true || (view.state?.left_out.length ?? 0) > 0;
    this.classList.toggle('striped', isStriped && report !== null);
    this.classList.toggle('off-text', report !== null && isTextOff(view.state));
    for (const dialog of this.querySelectorAll('dialog')) if (!dialog.open) dialog.showModal();
  }

  /** An account is a step back and forth in the browser's history, and so is a rulebook over the page; the language is not. */
  private keepAddress(): void {
    const { view } = this.store;
    const here = new URL(location.href);
    const isOver = !this.wide && view.rulebookOpen;
    const opened = withRulebook(new URL(withAccount(here, view.selected)), isOver);
    const address = withLanguage(new URL(opened), view.language);
    if (address === location.href) return;
    if (accountFrom(here) === view.selected && (this.wide || rulebookFrom(here) === isOver))
      history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#main')?.focus();
  };

  private speech(language: Language): Speech {
    if (this.told?.language !== language) {
      const words = wordsOf(language);
      const stale = { ...words, goToLine: words.goToStaleLine };
      this.told = { language, words, stale, format: formatFor(language) };
    }
    return this.told;
  }
}

customElements.define('bench-workbench', Workbench);

/** Whether two views are the same but for the text that is being edited. */
function differsInText(before: View | null, after: View): boolean {
  if (before === null || before.edited === after.edited) return false;
  return (Object.keys(after) as (keyof View)[]).every((name) => name === 'edited' || before[name] === after[name]);
}

/** Whether the text on disk is another than the report's: its line numbers may be off. */
function isTextOff(state: WorkbenchState | null): boolean {
  return state?.stale === true && state.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

function rooms(room: Room): TemplateResult {
  const { report, words } = room;
  const links = [
    ['census', words.census],
    ['ranking', words.ranking],
    ['metrics', words.metrics],
    ...(report.breakdowns.length > 0 ? [['breakdowns', words.breakdowns]] : []),
    ...(report.scores.length > 0 ? [['scores', words.scores]] : []),
    ...(report.targets.length + report.checks.length > 0 ? [['goals', words.goals]] : []),
    ...(report.shows.length > 0 ? [['shows', words.shows]] : []),
    ['data', words.data],
  ];
  // The address keeps the open account: a section is scrolled to, not written into the address.
  const go = (event: Event): void => {
    event.preventDefault();
    const id = (event.currentTarget as HTMLAnchorElement).hash.slice(1);
    const section = document.getElementById(id);
    section?.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    section?.querySelector<HTMLElement>('h2')?.setAttribute('tabindex', '-1');
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  return html`<nav class="rooms" aria-label=${words.rooms}>
      ${links.map(([id, label]) => html`<a href="#${id}" @click=${go}>${label}</a>`)}
    </nav>
    ${censusRoom(room)} ${rankingRoom(room)} ${metricsRoom(room)} ${breakdownsRoom(room)} ${scoresRoom(room)}
    ${goalsRoom(room)} ${showsRoom(room)} ${dataRoom(room)}`;
}

function closeButton(words: Words, close: (event: Event) => void): TemplateResult {
  return html`<button type="button" class="close" @click=${close}>
    ${words.close}<span aria-hidden="true"> ✕</span>
  </button>`;
}

/** Closed by its own means, a dialog gives the focus back to where it came from. */
function closeDialog(event: Event): void {
  (event.currentTarget as HTMLElement).closest('dialog')?.close();
}

function noExplanation({ view, words }: Room): TemplateResult {
  if (view.explanationFailure === null) return html`<p class="quiet" role="status">${words.loadingExplanation}</p>`;
  return html`<div role="alert">
    <h2>${words.cannotExplain}</h2>
    <p><code>${view.selected}</code> ${view.explanationFailure}</p>
    <p>${words.cannotExplainHint}</p>
  </div>`;
}

/** Takes the place of the report while it is on its way, so that nothing jumps when it comes. */
function skeleton(words: Words): TemplateResult {
  return html`<div role="status" class="skeletons">
    <span class="visually-hidden">${words.loading}</span>
    <div class="skeleton short"></div>
    <div class="skeleton tall"></div>
    <div class="skeleton tall"></div>
    <div class="skeleton tall"></div>
  </div>`;
}

/** Every line of the rulebook an explanation rests on. */
function citedLines(explanation: Explanation | null): ReadonlySet<number> {
  if (explanation === null) return NO_LINES;
  const known = cited.get(explanation);
  if (known !== undefined) return known;
  const lines = new Set([
    ...explanation.metrics.flatMap((metric) => metric.rules.slice(0, 1).map((rule) => rule.line)),
    ...explanation.levels.flatMap((level) => (level.rule === null ? [] : [level.rule.line])),
  ]);
  cited.set(explanation, lines);
  return lines;
}

const NO_LINES: ReadonlySet<number> = new Set();
const cited = new WeakMap<Explanation, ReadonlySet<number>>();
