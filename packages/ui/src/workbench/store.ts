import type { DataFacts } from '@benchbook/dsl';
import type { Explanation, Report, WorkbenchState } from '@benchbook/engine/results';
import { RequestError, type Client } from '../api/client.js';
import type { Language } from '../language/language.js';
import { EVERYTHING, type Filter, type Sort } from '../ranking/select.js';
import { inLanguage, rowOfKey, type RankedTable } from '../ranking/table.js';
import type { DraftShelf } from './draft.js';
import { Editing, type Edited } from './editing.js';
import type { Theme } from './theme.js';

/** Everything the page shows is a function of this. */
export interface View {
  readonly language: Language;
  readonly theme: Theme;
  /** null until the first answer. */
  readonly state: WorkbenchState | null;
  readonly failure: string | null;
  /** Whether the failure is what was asked for: there is no such scenario, or no such number. */
  readonly refused: boolean;
  readonly table: RankedTable | null;
  readonly tableFailure: string | null;
  readonly connected: boolean;
  readonly filter: Filter;
  readonly sort: Sort | null;
  readonly allColumns: boolean;
  readonly selected: string | null;
  readonly explanation: Explanation | null;
  readonly explanationFailure: string | null;
  readonly rulebookOpen: boolean;
  readonly edited: Edited;
  /** What the editor knows of the data; null until it is asked for and has come. */
  readonly facts: DataFacts | null;
  /** The file that the rulebook pane shows; null: the one that is edited. */
  readonly shownFile: string | null;
  /** The line of the rulebook that was asked for; `asked` grows so that the same line can be asked for twice. */
  readonly line: { readonly file: string; readonly number: number; readonly asked: number } | null;
}

/** The one place where the page's state lives. Actions change it; whoever subscribed is told. */
export class Store {
  private readonly listeners = new Set<() => void>();
  /** Answers that are overtaken by a later question are dropped. */
  private readonly asked = { state: 0, table: 0, explanation: 0 };
  private tableOf: string | null = null;
  /** The report the facts belong to; undefined while nobody wants any. */
  private factsOf: string | null | undefined;

  /** The rulebook's text as it is being edited. */
  readonly editing: Editing;

  view: View;

  constructor(
    private readonly client: Client,
    shelf: DraftShelf,
    start: Pick<View, 'language' | 'theme' | 'selected' | 'rulebookOpen'>,
  ) {
    this.editing = new Editing(client, shelf, () => {
      this.change({ edited: this.editing.edited });
    });
    this.view = {
      ...start,
      edited: this.editing.edited,
      state: null,
      failure: null,
      refused: false,
      table: null,
      tableFailure: null,
      connected: true,
      filter: EVERYTHING,
      sort: null,
      allColumns: false,
      explanation: null,
      explanationFailure: null,
      facts: null,
      line: null,
      shownFile: null,
    };
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Asks for everything and follows the server's revisions. Returns how to stop. */
  start(): () => void {
    void this.refresh();
    return this.client.follow(
      (revision) => {
        if (revision !== this.view.state?.revision) void this.refresh();
      },
      (connected) => {
        this.change({ connected });
      },
    );
  }

  /** Scroll, filter, sort and the open account stay as they are. */
  async refresh(): Promise<void> {
    const turn = ++this.asked.state;
    try {
      const state = await this.client.state(this.view.language);
      if (turn !== this.asked.state) return;
      this.change({ state, failure: null, refused: false });
      this.editing.follow(state.rulebook);
      await Promise.all([this.refreshTable(state.report), this.refreshExplanation(), this.refreshFacts()]);
    } catch (error) {
      if (turn === this.asked.state)
        this.change({ failure: messageOf(error), refused: error instanceof RequestError && error.status === 400 });
    }
  }

  setLanguage(language: Language): void {
    const { table } = this.view;
    this.change({ language, table: table && inLanguage(table, language) });
    void this.refresh();
  }

  setTheme(theme: Theme): void {
    this.change({ theme });
  }

  setFilter(filter: Filter): void {
    this.change({ filter });
  }

  setSort(sort: Sort | null): void {
    this.change({ sort });
  }

  setAllColumns(allColumns: boolean): void {
    this.change({ allColumns });
  }

  setRulebookOpen(rulebookOpen: boolean): void {
    this.change({ rulebookOpen, line: null });
  }

  showFile(shownFile: string): void {
    this.change({ shownFile, line: null });
  }

  showLine(file: string, number: number): void {
    this.change({
      rulebookOpen: true,
      shownFile: file,
      line: { file, number, asked: (this.view.line?.asked ?? 0) + 1 },
    });
  }

  select(key: string | null): void {
    if (key === this.view.selected) return;
    this.change({ selected: key, explanation: null, explanationFailure: null });
    void this.refreshExplanation();
  }

  async retryTable(): Promise<void> {
    this.tableOf = null;
    await this.refreshTable(this.view.state?.report ?? null);
  }

  private async refreshTable(report: Report | null): Promise<void> {
    const fingerprint = report?.fingerprint ?? null;
    if (fingerprint === this.tableOf) return;
    const turn = ++this.asked.table;
    if (fingerprint === null) {
      this.tableOf = null;
      this.change({ table: null, tableFailure: null });
      return;
    }
    try {
      const table = await this.client.ranking();
      if (turn !== this.asked.table) return;
      this.tableOf = fingerprint;
      this.change({ table: inLanguage(table, this.view.language), tableFailure: null });
    } catch (error) {
      if (turn === this.asked.table) this.change({ tableFailure: messageOf(error) });
    }
  }

  /** The editor has come: from now on it is told what is in the data. */
  wantFacts(): void {
    this.factsOf ??= null;
    void this.refreshFacts();
  }

  private async refreshFacts(): Promise<void> {
    const fingerprint = this.view.state?.report?.fingerprint ?? null;
    if (this.factsOf === undefined || fingerprint === null || fingerprint === this.factsOf) return;
    this.factsOf = fingerprint;
    // An editor without facts is still an editor.
    const facts = await this.client.facts().catch(() => null);
    if (this.factsOf === fingerprint) this.change({ facts });
  }

  private async refreshExplanation(): Promise<void> {
    const { selected, state, language } = this.view;
    const turn = ++this.asked.explanation;
    if (selected === null || state?.report == null) {
      if (this.view.explanation !== null) this.change({ explanation: null });
      return;
    }
    try {
      const explanation = await this.client.explain(selected, language);
      if (turn === this.asked.explanation) this.change({ explanation, explanationFailure: null });
    } catch (error) {
      if (turn === this.asked.explanation) this.change({ explanation: null, explanationFailure: messageOf(error) });
    }
  }

  /** The row of the open account, or -1. */
  selectedRow(): number {
    const { table, selected } = this.view;
    return table === null || selected === null ? -1 : rowOfKey(table, selected);
  }

  private change(part: Partial<View>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}

function messageOf(error: unknown): string {
  if (error instanceof RequestError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
