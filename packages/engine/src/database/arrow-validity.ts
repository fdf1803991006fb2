import { isSet } from './vector-memory.js';

/** A growing bitmap in Arrow's order: which rows have a value. */
export class Validity {
  length = 0;
  private nulls = 0;
  private readonly bitmap: Uint8Array;

  constructor(rows: number) {
    this.bitmap = new Uint8Array((rows + 7) >> 3);
  }

  push(set: boolean): void {
    const byte = this.length >> 3;
    const bit = 1 << (this.length & 7);
    const before = this.bitmap[byte] ?? 0;
    this.bitmap[byte] = set ? before | bit : before & ~bit;
    if (!set) this.nulls++;
    this.length++;
  }

  /** Takes over a chunk's bits; null when all its rows have a value. */
  append(bits: Uint8Array | null, rows: number): void {
    const aligned = bits === null && (this.length & 7) === 0;
    const whole = aligned ? rows & ~7 : 0;
    if (aligned) {
      this.bitmap.fill(0xff, this.length >> 3, (this.length + whole) >> 3);
      this.length += whole;
    }
    for (let row = whole; row < rows; row++) this.push(bits === null || isSet(bits, row));
  }

  /** A copy of the bits; starts anew. */
  bits(): Uint8Array {
    const copy = this.bitmap.slice(0, (this.length + 7) >> 3);
    this.length = 0;
    this.nulls = 0;
    return copy;
  }

  /** What Arrow wants to know of it; starts anew. */
  take(): { readonly nullCount: number; readonly nullBitmap: Uint8Array | null } {
    const nullCount = this.nulls;
    const bits = this.bits();
    return { nullCount, nullBitmap: nullCount === 0 ? null : bits };
  }
}
