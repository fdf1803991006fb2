/** Runs jobs one after another, in the order they come; a failed job does not stop the next. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();

  add<Result>(job: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(job, job);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Settles when everything asked for so far is done. */
  async idle(): Promise<void> {
    await this.last;
  }
}
