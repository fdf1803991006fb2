import { AsyncByteQueue, type RecordBatch, RecordBatchStreamWriter } from 'apache-arrow';

/** Batches as the bytes of an Arrow IPC stream, one piece a batch: no more than one batch is held. */
export async function* toIpcStream(batches: AsyncIterable<RecordBatch>): AsyncGenerator<Uint8Array> {
  const sink = new ByteSink();
  const writer = new RecordBatchStreamWriter().reset(sink);
  for await (const batch of batches) {
    writer.write(batch);
    yield sink.take();
  }
  writer.finish();
  yield sink.take();
}

/** Where the writer puts its bytes, to be taken away synchronously. */
class ByteSink extends AsyncByteQueue {
  private parts: Uint8Array[] = [];

  override write(value: Uint8Array): void {
    this.parts.push(value);
  }

  take(): Uint8Array {
    const taken = Buffer.concat(this.parts);
    this.parts = [];
    return taken;
  }
}
