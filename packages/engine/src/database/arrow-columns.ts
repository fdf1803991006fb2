import {
  type DuckDBType,
  type DuckDBValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBEnumType,
  DuckDBTypeId,
  DuckDBVarCharVector,
  type DuckDBVector,
} from '@duckdb/node-api';
import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Float64,
  Int32,
  Int64,
  makeData,
  Uint16,
  Uint8,
  Utf8,
} from 'apache-arrow';
import { ArrowDictionary } from './arrow-dictionary.js';
import { Validity } from './arrow-validity.js';
import { isSet, memoryOf } from './vector-memory.js';

/** Gathers one column's values, chunk after chunk, and hands them over as Arrow data that shares nothing with DuckDB. */
export interface ArrowColumn {
  readonly type: DataType;
  append(vector: DuckDBVector): void;
  /** The rows gathered since the last call. */
  take(): Data;
}

/**
 * The Arrow column for a DuckDB type. Types without a twin travel as text.
 *
 * @param place among the columns, from 0
 */
export function arrowColumn(type: DuckDBType, rows: number, dictionary: boolean, place: number): ArrowColumn {
  if (type instanceof DuckDBEnumType) return new ArrowDictionary(rows, place, type.values);
  switch (type.typeId) {
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.FLOAT:
      return new FixedColumn(new Float64(), Float64Array, rows, toNumber);
    case DuckDBTypeId.DECIMAL:
    case DuckDBTypeId.HUGEINT:
      return new FixedColumn(new Float64(), Float64Array, rows, toNumber);
    case DuckDBTypeId.BIGINT:
      return new FixedColumn(new Int64(), BigInt64Array, rows, toBigInt);
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.TINYINT:
      return new FixedColumn(new Int32(), Int32Array, rows, toNumber);
    case DuckDBTypeId.USMALLINT:
      return new FixedColumn(new Uint16(), Uint16Array, rows, toNumber);
    case DuckDBTypeId.UTINYINT:
      return new FixedColumn(new Uint8(), Uint8Array, rows, toNumber);
    case DuckDBTypeId.DATE:
      return new FixedColumn(new DateDay(), Int32Array, rows, toDays);
    case DuckDBTypeId.BOOLEAN:
      return new BooleanColumn(rows);
    default:
      return dictionary ? new ArrowDictionary(rows, place) : new TextColumn(rows);
  }
}

type FixedType = Float64 | Int64 | Int32 | Uint16 | Uint8 | DateDay;
interface FixedArray<Item> {
  readonly length: number;
  [index: number]: Item;
  set(from: ArrayLike<Item>, at: number): void;
  slice(start: number, end: number): FixedType['TArray'];
}

class FixedColumn<Item> implements ArrowColumn {
  private readonly values: FixedArray<Item>;
  private readonly validity: Validity;

  constructor(
    readonly type: FixedType,
    private readonly array: new (length: number) => FixedArray<Item>,
    rows: number,
    private readonly convert: (value: DuckDBValue) => Item,
  ) {
    this.values = new array(rows);
    this.validity = new Validity(rows);
  }

  append(vector: DuckDBVector): void {
    const { items, valid } = memoryOf(vector);
    if (items instanceof this.array && valid !== undefined) {
      this.values.set(items, this.validity.length);
      this.validity.append(valid, vector.itemCount);
      return;
    }
    for (let row = 0; row < vector.itemCount; row++) {
      const item = vector.getItem(row);
      if (item !== null) this.values[this.validity.length] = this.convert(item);
      this.validity.push(item !== null);
    }
  }

  take(): Data {
    const { length } = this.validity;
    const data = this.values.slice(0, length);
    return makeData({ type: this.type as DataType, length, ...this.validity.take(), data } as Parameters<
      typeof makeData
    >[0]);
  }
}

class BooleanColumn implements ArrowColumn {
  readonly type = new Bool();
  private readonly truth: Validity;
  private readonly validity: Validity;

  constructor(rows: number) {
    this.truth = new Validity(rows);
    this.validity = new Validity(rows);
  }

  append(vector: DuckDBVector): void {
    for (let row = 0; row < vector.itemCount; row++) {
      const item = vector.getItem(row);
      this.truth.push(item === true);
      this.validity.push(item !== null);
    }
  }

  take(): Data {
    const { length } = this.validity;
    return makeData({ type: this.type, length, ...this.validity.take(), data: this.truth.bits() });
  }
}

class TextColumn implements ArrowColumn {
  readonly type = new Utf8();
  private bytes = Buffer.alloc(1 << 16);
  private used = 0;
  private readonly offsets: Int32Array;
  private readonly validity: Validity;

  constructor(rows: number) {
    this.offsets = new Int32Array(rows + 1);
    this.validity = new Validity(rows);
  }

  append(vector: DuckDBVector): void {
    const { texts, valid } = memoryOf(vector);
    const direct = vector instanceof DuckDBVarCharVector && texts && valid !== undefined;
    for (let row = 0; row < vector.itemCount; row++) {
      const known = direct ? this.copy(texts, valid, vector, row) : this.ask(vector, row);
      this.validity.push(known);
      this.offsets[this.validity.length] = this.used;
    }
  }

  /** Short texts lie in the vector itself. A slot without a value must not be looked at. */
  private copy(texts: DataView, valid: Uint8Array | null, vector: DuckDBVector, row: number): boolean {
    if (valid !== null && !isSet(valid, row)) return false;
    const length = texts.getUint32(row * 16, true);
    if (length > 12) return this.ask(vector, row);
    this.reserve(length);
    const from = row * 16 + 4;
    for (let at = 0; at < length; at++) this.bytes[this.used++] = texts.getUint8(from + at);
    return true;
  }

  private ask(vector: DuckDBVector, row: number): boolean {
    const item = vector.getItem(row);
    if (item !== null) this.write(toText(item));
    return item !== null;
  }

  take(): Data {
    const { length } = this.validity;
    const data = new Uint8Array(this.bytes.subarray(0, this.used));
    const valueOffsets = this.offsets.slice(0, length + 1);
    this.used = 0;
    return makeData({ type: this.type, length, ...this.validity.take(), valueOffsets, data });
  }

  private reserve(length: number): void {
    const enough = this.used + length;
    if (enough <= this.bytes.length) return;
    const larger = Buffer.alloc(Math.max(enough, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }

  private write(text: string): void {
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    this.reserve(text.length * 3);
    this.used += this.bytes.write(text, this.used);
  }
}

function toText(value: DuckDBValue): string {
  return typeof value === 'string' ? value : String(value);
}

function toNumber(value: DuckDBValue): number {
  if (typeof value === 'number') return value;
  return value instanceof DuckDBDecimalValue ? Number(value.value) / 10 ** value.scale : Number(value);
}

function toBigInt(value: DuckDBValue): bigint {
  return typeof value === 'bigint' ? value : BigInt(toNumber(value));
}

function toDays(value: DuckDBValue): number {
  return value instanceof DuckDBDateValue ? value.days : 0;
}
