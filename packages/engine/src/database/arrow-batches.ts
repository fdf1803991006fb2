import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { Field, makeData, RecordBatch, Schema, Struct } from 'apache-arrow';
import { type ArrowColumn, arrowColumn } from './arrow-columns.js';
import type { FieldOptions } from './database.js';

/** A chunk holds at most this many rows. */
const CHUNK = 2048;

/** Builds Arrow batches of about `rowsPerBatch` rows straight from a result's chunks. */
export async function* arrowBatches(
  result: DuckDBResult,
  fields: Readonly<Record<string, FieldOptions>>,
  rowsPerBatch: number,
): AsyncGenerator<RecordBatch> {
  const batch = new BatchBuilder(result, fields, rowsPerBatch + CHUNK);
  let sent = false;
  for await (const chunk of result) {
    batch.append(chunk);
    if (batch.rows < rowsPerBatch) continue;
    yield batch.take();
    sent = true;
  }
  if (batch.rows > 0 || !sent) yield batch.take();
}

class BatchBuilder {
  rows = 0;
  private readonly columns: readonly ArrowColumn[];
  private readonly schema: Schema;

  constructor(result: DuckDBResult, fields: Readonly<Record<string, FieldOptions>>, rows: number) {
    const names = result.columnNames();
    this.columns = result
      .columnTypes()
      .map((type, index) => arrowColumn(type, rows, fields[names[index] ?? '']?.dictionary ?? false, index));
    this.schema = new Schema(
      this.columns.map(({ type }, index) => {
        const name = names[index] ?? '';
        return new Field(name, type, true, new Map(Object.entries(fields[name]?.metadata ?? {})));
      }),
    );
  }

  append(chunk: DuckDBDataChunk): void {
    this.columns.forEach((column, index) => {
      column.append(chunk.getColumnVector(index));
    });
    this.rows += chunk.rowCount;
  }

  take(): RecordBatch {
    const children = this.columns.map((column) => column.take());
    const data = makeData({ type: new Struct(this.schema.fields), length: this.rows, nullCount: 0, children });
    this.rows = 0;
    return new RecordBatch(this.schema, data);
  }
}
