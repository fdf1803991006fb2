/** The revisions that a server sends, one a call. */
export interface Revisions {
  next(): Promise<number>;
  close(): Promise<void>;
}

export async function openEvents(address: string): Promise<Revisions> {
  const abort = new AbortController();
  const answer = await fetch(`${address}api/events`, { signal: abort.signal });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  return {
    next: async () => {
      for (;;) {
        const event = /event: revision\ndata: \{"revision":(\d+)\}\n\n/.exec(buffer);
        if (event !== null) {
          buffer = buffer.slice(event.index + event[0].length);
          return Number(event[1]);
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('The event stream ended.');
        buffer += value;
      }
    },
    close: async () => {
      abort.abort();
      await reader.cancel().catch(() => undefined);
    },
  };
}
