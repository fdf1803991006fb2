/** More addresses than these are forgotten, the ones that asked longest ago first. */
const MOST_ASKERS = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** How often each asker may ask: so many at once, and so many a second from then on (a token bucket). */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  /**
   * @param burst asked at once, at least 1
   * @param perSecond that come back
   * @param now milliseconds, rising
   */
  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {}

  /** Whole seconds to wait before asking again; 0 lets it in. */
  take(asker: string): number {
    const at = this.now();
    const before = this.#buckets.get(asker) ?? { left: this.burst, at };
    const left = Math.min(this.burst, before.left + ((at - before.at) / 1_000) * this.perSecond);
    // Taken out and put back, an asker is the latest.
    this.#buckets.delete(asker);
    this.#buckets.set(asker, { left: left >= 1 ? left - 1 : left, at });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_ASKERS && oldest !== undefined) this.#buckets.delete(oldest);
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / this.perSecond));
  }
}
