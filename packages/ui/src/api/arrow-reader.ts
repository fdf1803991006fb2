import { DataType, tableFromIPC, type Data, type Vector } from 'apache-arrow';
import type { ColumnRole } from '@benchbook/engine/results';
import type { NumberKind } from '../language/format.js';
import type { RankedColumn, RankedTable, TextChunk } from '../ranking/table.js';

type Column = Vector<DataType>;

/** Reads the ranked table; it lives in a module of its own so that the page's first paint does not wait for Arrow. */
export function readRankedTable(bytes: Uint8Array): RankedTable {
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map((field, index): RankedColumn => {
    const vector: Column | null = table.getChildAt(index);
    if (vector === null) throw new Error(`column ${field.name} has no data`);
    const label = nameOr(field.metadata.get('label'), field.name);
    const named = {
      name: field.name,
      role: (field.metadata.get('role') ?? 'number') as ColumnRole,
      label,
      labelIn: { en: field.metadata.get('label.en') ?? label, zh: field.metadata.get('label.zh') ?? label },
      unit: field.metadata.get('unit') ?? '',
      kind: (field.metadata.get('kind') ?? 'number') as NumberKind,
    };
    if (DataType.isDictionary(field.type)) return { ...named, store: 'codes', ...readCodes(vector) };
    if (DataType.isUtf8(field.type)) {
      const at = (row: number): string | null => {
        const text: unknown = vector.get(row);
        return typeof text === 'string' ? text : null;
      };
      return { ...named, store: 'texts', chunks: readChunks(vector), at };
    }
    return { ...named, store: 'numbers', values: readNumbers(vector) };
  });
  return { rows: table.numRows, columns };
}

/** Zero-copy when the column is one chunk without gaps; otherwise one copy, a gap becoming NaN. */
function readNumbers(vector: Column): Float64Array | Int32Array | Uint8Array {
  const [only] = vector.data;
  if (vector.data.length === 1 && only?.nullCount === 0) {
    const values: unknown = only.values;
    if (values instanceof Float64Array || values instanceof Int32Array || values instanceof Uint8Array)
      return values.subarray(0, only.length);
  }
  const whole = new Float64Array(vector.length);
  let first = 0;
  for (const chunk of vector.data) {
    const values = chunk.values as ArrayLike<number>;
    for (let i = 0; i < chunk.length; i++) whole[first + i] = isValid(chunk, i) ? Number(values[i]) : Number.NaN;
    first += chunk.length;
  }
  return whole;
}

/** Every chunk may bring a dictionary of its own: labels are numbered anew, once a chunk. */
function readCodes(vector: Column): { codes: Int32Array; labels: readonly string[] } {
  const codes = new Int32Array(vector.length);
  const numbers = new Map<string, number>();
  let first = 0;
  for (const chunk of vector.data) {
    const dictionary = chunk.dictionary;
    const translated = Int32Array.from({ length: dictionary?.length ?? 0 }, (_, i) => {
      const text = String(dictionary?.get(i));
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
    const indices = chunk.values as ArrayLike<number>;
    for (let i = 0; i < chunk.length; i++)
      codes[first + i] = isValid(chunk, i) ? (translated[Number(indices[i])] ?? -1) : -1;
    first += chunk.length;
  }
  return { codes, labels: [...numbers.keys()] };
}

function readChunks(vector: Column): readonly TextChunk[] {
  let first = 0;
  return vector.data.map((chunk) => {
    const read = {
      first,
      length: chunk.length,
      offsets: chunk.valueOffsets as Int32Array,
      bytes: chunk.values as Uint8Array,
    };
    first += chunk.length;
    return read;
  });
}

function isValid(chunk: Data<DataType>, index: number): boolean {
  if (chunk.nullCount === 0) return true;
  const bit = chunk.offset + index;
  return (((chunk.nullBitmap[bit >> 3] ?? 0xff) >> (bit & 7)) & 1) === 1;
}

function nameOr(label: string | undefined, name: string): string {
  return label === undefined || label === '' ? name : label;
}
