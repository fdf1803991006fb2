import { findings, styleFindings, type Finding } from '@benchbook/dsl';
import type { Diagnostic } from 'vscode-languageserver/node';
import { SEVERITY, toLocation, toRange } from '../convert.js';
import { pageAddress } from '../../manual/page-address.js';
import type { Opened, Session } from '../session.js';

/** Most Markdown files are no notebooks: where there is no cell there is nothing to say. */
function findingsIn({ document, analysis }: Opened): readonly Finding[] {
  const isProse =
    /\.(?:md|markdown)$/i.test(document.uri) && !analysis.tree.cells.some(({ language }) => language === 'bench');
  return isProse ? [] : [...findings(analysis), ...styleFindings(analysis)];
}

/** A pause in typing after which findings are sent. */
const PAUSE_MS = 150;

/** Sends what is wrong with a document when typing pauses, and takes it back when the document is closed. */
export class Diagnostics {
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly session: Session) {}

  later(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        void this.#send(uri);
      }, PAUSE_MS),
    );
  }

  close(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    void this.session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #send(uri: string): Promise<void> {
    try {
      const opened = await this.session.open(uri);
      if (opened === null) return;
      const diagnostics = await Promise.all(findingsIn(opened).map((one) => this.#toDiagnostic(opened, one)));
      const { version } = opened.document;
      // Typing went on while other files were read: what comes next is about the newer text.
      if (this.session.documents.get(uri)?.version === version)
        await this.session.connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      this.session.connection.console.error(error instanceof Error ? error.message : String(error));
    }
  }

  async #toDiagnostic(opened: Opened, found: Finding): Promise<Diagnostic> {
    const related = await Promise.all(
      found.related.map(async ({ at, message }) => {
        const location = await toLocation(this.session, opened, at);
        return location ? [{ location, message }] : [];
      }),
    );
    const href = pageAddress(found.page);
    return {
      range: toRange(opened.document, found.span),
      severity: SEVERITY[found.severity],
      code: found.code,
      ...(href === null ? {} : { codeDescription: { href } }),
      source: 'benchbook',
      message: found.hint === null ? found.message : `${found.message}\n${found.hint}`,
      relatedInformation: related.flat(),
    };
  }
}
