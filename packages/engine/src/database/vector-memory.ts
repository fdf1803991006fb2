import type { DuckDBVector } from '@duckdb/node-api';

/** Room that a vector of fixed-width numbers lies in. */
export type NumberArray =
  Float64Array | Float32Array | BigInt64Array | Int32Array | Int16Array | Int8Array | Uint16Array | Uint8Array;

/**
 * What a vector holds, looked at directly: asking for one item at a time takes ten times as long. The fields are not
 * part of the driver's declared interface, so each is checked, and is undefined when a later driver names it otherwise.
 */
export interface VectorMemory {
  readonly items: NumberArray | undefined;
  /** Sixteen bytes a text: its length, then its bytes if they are twelve at most. */
  readonly texts: DataView | undefined;
  /** One bit a row, set where there is a value; null when all have one. */
  readonly valid: Uint8Array | null | undefined;
}

export function memoryOf(vector: DuckDBVector): VectorMemory {
  const { items, dataView, validity } = vector as Partial<Readonly<Record<'items' | 'dataView' | 'validity', unknown>>>;
  return {
    items: isNumberArray(items) ? items : undefined,
    texts: dataView instanceof DataView ? dataView : undefined,
    valid: bitsOf(validity),
  };
}

function isNumberArray(items: unknown): items is NumberArray {
  return ArrayBuffer.isView(items) && !(items instanceof DataView);
}

function bitsOf(validity: unknown): VectorMemory['valid'] {
  if (typeof validity !== 'object' || validity === null || !('data' in validity) || !('offset' in validity))
    return undefined;
  const { data, offset } = validity;
  if (data === null) return null;
  if (offset !== 0 || !(data instanceof BigUint64Array)) return undefined;
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Whether a row's bit is set. */
export function isSet(bits: Uint8Array, row: number): boolean {
  return ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}
