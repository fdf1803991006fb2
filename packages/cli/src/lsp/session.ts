import { analyse, gather, parse, withOptions, type Analysis, type Language } from '@benchbook/dsl';
import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FactsKeeper } from './facts-keeper.js';
import type { Project } from './project.js';

/** What one connection knows: the open documents, the folders, what is known of the data. */
export class Session {
  language: Language = 'en';
  /** Whether the editor fills in `${1:name}`. */
  takesSnippets = false;
  /** Grows with every change of any file: an analysis is good for one of them. */
  #generation = 0;
  readonly #kept = new Map<string, { readonly generation: number; readonly analysis: Promise<Analysis> }>();

  constructor(
    readonly connection: Connection,
    readonly documents: TextDocuments<TextDocument>,
    readonly project: Project,
    readonly facts: FactsKeeper,
  ) {}

  /** Something has changed, here or on disk. */
  changed(): void {
    this.#generation++;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
    this.changed();
  }

  /** An open document with what is known of it; null for one that is not open. */
  async open(uri: string): Promise<Opened | null> {
    const document = this.documents.get(uri);
    if (document === undefined) return null;
    const known = this.#kept.get(uri);
    const analysis = known?.generation === this.#generation ? known.analysis : this.#analyse(document);
    this.#kept.set(uri, { generation: this.#generation, analysis });
    const facts = this.facts.of(uri);
    return { document, analysis: withOptions(await analysis, { facts, language: this.language }) };
  }

  async #analyse(document: TextDocument): Promise<Analysis> {
    const { root, path } = await this.project.locate(document.uri);
    const entry = parse(path, document.getText());
    return analyse(await gather(entry, (used) => this.project.read(root, used, this.documents)));
  }
}

export interface Opened {
  readonly document: TextDocument;
  readonly analysis: Analysis;
}
