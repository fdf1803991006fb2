import { copyFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Puts a finished file in the place of another, in one step: a reader sees the old one or the new one, never a part. */
export async function replaceFile(draft: string, path: string): Promise<void> {
  // A rename is only one step within a file system, and the draft may lie on another.
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await copyFile(draft, beside);
    await rename(beside, path);
  } finally {
    await Promise.all([rm(draft, { force: true }), rm(beside, { force: true })]);
  }
}
