import path from 'node:path';
import type { FileText } from '@benchbook/dsl';
import type { Reading } from '@benchbook/engine';

/**
 * The files of a reading under the names that the reader knows them by: `shown` is the rulebook as they wrote it, and
 * what it uses stands where it stands from there.
 */
export function shownFiles({ program }: Reading, shown: string): FileText[] {
  const [entry] = program.files;
  const folder = path.dirname(entry?.file ?? '');
  return program.files.map((tree) => {
    const { file, text, base } = tree;
    return { file: tree === entry ? shown : path.join(path.dirname(shown), path.relative(folder, file)), text, base };
  });
}
