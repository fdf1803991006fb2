import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file of its own in a folder of its own, gone when `use` is done. */
export async function withTemporary<Result>(name: string, use: (file: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-'));
  try {
    return await use(path.join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
