import type { DataFacts } from '@benchbook/dsl';
import type { Explanation, WorkbenchState } from '@benchbook/engine/results';
import type { Language } from '../language/language.js';
import type { RankedTable } from '../ranking/table.js';

/** What the server answers, one function a route. Addresses are relative: the page may live under any path. */
export interface Client {
  state(language: Language): Promise<WorkbenchState>;
  ranking(): Promise<RankedTable>;
  explain(key: string, language: Language): Promise<Explanation>;
  /** What an editor shows of the data of the last good run. */
  facts(): Promise<DataFacts>;
  /** Puts an edited text in the rulebook's place, unless somebody has changed it since the text it was made from. */
  save(draft: { readonly text: string; readonly base: string }): Promise<Saved>;
  /** Calls back with each new revision, and with whether the stream is open. Returns how to stop. */
  follow(onRevision: (revision: number) => void, onConnection: (open: boolean) => void): () => void;
}

export type Saved =
  | { readonly kind: 'saved'; readonly version: string }
  | { readonly kind: 'changed'; readonly text: string; readonly version: string };

/** An answer that is not what was asked for: its status, or 0 when there was no answer at all. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** @param asked which run is meant, as `askedBy` gives it */
export const httpClient = (asked: string): Client => ({
  state: async (language) => (await (await ask(`api/state?lang=${language}${asked}`)).json()) as WorkbenchState,
  ranking: async () => {
    const [reader, answer] = await Promise.all([
      import('./arrow-reader.js'),
      ask(`api/ranking.arrow?${asked.slice(1)}`),
    ]);
    return reader.readRankedTable(new Uint8Array(await answer.arrayBuffer()));
  },
  explain: async (key, language) =>
    (await (await ask(`api/explain?key=${encodeURIComponent(key)}&lang=${language}${asked}`)).json()) as Explanation,
  facts: async () => (await (await ask('api/facts')).json()) as DataFacts,
  save: async (draft) => {
    const answer = await send('api/rulebook', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(draft),
    });
    if (answer.status === 409)
      return { kind: 'changed', ...((await answer.json()) as { text: string; version: string }) };
    return { kind: 'saved', ...((await accepted(answer).then((good) => good.json())) as { version: string }) };
  },
  follow: (onRevision, onConnection) => {
    const events = new EventSource('api/events');
    events.addEventListener('open', () => {
      onConnection(true);
    });
    events.addEventListener('error', () => {
      onConnection(false);
    });
    events.addEventListener('revision', (event: MessageEvent<string>) => {
      onRevision((JSON.parse(event.data) as { revision: number }).revision);
    });
    return () => {
      events.close();
    };
  },
});

export function exportAddress(format: 'csv' | 'json', asked: string): string {
  return `api/export?format=${format}${asked}`;
}

const ask = async (address: string): Promise<Response> => accepted(await send(address));

function send(address: string, request?: RequestInit): Promise<Response> {
  return fetch(address, request).catch((error: unknown) => {
    throw new RequestError(0, error instanceof Error ? error.message : String(error));
  });
}

async function accepted(answer: Response): Promise<Response> {
  if (!answer.ok) throw new RequestError(answer.status, await sentenceOf(answer));
  return answer;
}

/** What the server says went wrong, or at least its status. */
async function sentenceOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string') return body.error;
  return `${String(answer.status)} ${answer.statusText}`.trim();
}
