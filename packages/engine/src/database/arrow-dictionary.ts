import type { DuckDBVector } from '@duckdb/node-api';
import { type Data, Dictionary, Int32, makeData, Utf8, Vector, vectorFromArray } from 'apache-arrow';
import { Validity } from './arrow-validity.js';

/** Text as indices into a list of its different values. The list only grows, so that a stream sends each value once. */
export class ArrowDictionary {
  readonly type: Dictionary<Utf8, Int32>;
  private readonly positions = new Map<string, number>();
  private readonly parts: Data<Utf8>[] = [];
  private fresh: string[] = [];
  private readonly indices: Int32Array;
  private readonly validity: Validity;

  /**
   * @param id the stream's own number for this dictionary: Arrow would count on from stream to stream, and the same rows would be other bytes
   * @param values those known beforehand, of an enumeration
   */
  constructor(rows: number, id: number, values: readonly string[] = []) {
    this.type = new Dictionary(new Utf8(), new Int32(), id);
    this.indices = new Int32Array(rows);
    this.validity = new Validity(rows);
    for (const value of values) this.position(value);
  }

  append(vector: DuckDBVector): void {
    for (let row = 0; row < vector.itemCount; row++) {
      const item = vector.getItem(row);
      this.indices[this.validity.length] =
        item === null ? 0 : this.position(typeof item === 'string' ? item : String(item));
      this.validity.push(item !== null);
    }
  }

  take(): Data {
    if (this.fresh.length > 0 || this.parts.length === 0) this.parts.push(textData(this.fresh));
    this.fresh = [];
    const { length } = this.validity;
    const data = this.indices.slice(0, length);
    return makeData({
      type: this.type,
      length,
      ...this.validity.take(),
      data,
      dictionary: new Vector([...this.parts]),
    });
  }

  private position(value: string): number {
    const known = this.positions.get(value);
    if (known !== undefined) return known;
    const next = this.positions.size;
    this.positions.set(value, next);
    this.fresh.push(value);
    return next;
  }
}

function textData(values: readonly string[]): Data<Utf8> {
  const [data] = vectorFromArray(values, new Utf8()).data;
  return data ?? makeData({ type: new Utf8(), length: 0, valueOffsets: new Int32Array(1), data: new Uint8Array(0) });
}
