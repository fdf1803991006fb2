/** Requests of which only the newest of each series is worth answering, as the positions of a slider. */
export class Series {
  readonly #last = new Map<string, AbortController>();

  /**
   * Does a job, and stops the one of the same series that is not done yet: that one rejects with an `AbortError`.
   *
   * @param name null: the job supersedes nothing and is superseded by nothing
   */
  async run<Result>(
    name: string | null,
    signal: AbortSignal | undefined,
    job: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const own = new AbortController();
    const both = signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]);
    both.throwIfAborted();
    if (name === null) return job(both);
    this.#last.get(name)?.abort(new DOMException('superseded by a newer request', 'AbortError'));
    this.#last.set(name, own);
    try {
      const result = await job(both);
      // A job that finished without looking at its signal has been superseded all the same.
      both.throwIfAborted();
      return result;
    } finally {
      if (this.#last.get(name) === own) this.#last.delete(name);
    }
  }
}
