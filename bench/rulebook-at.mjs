/** The coverage rulebook on other data: its text with the paths of its sources changed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './large-data.mjs';

/**
 * @param folder where accounts.parquet and contacts.parquet lie, relative to the root
 * @param everyone true to judge every account rather than the top 20%
 */
export function rulebookAt(folder, { everyone = false } = {}) {
  const text = readFileSync(path.join(root, 'scenarios/coverage/coverage.bench'), 'utf8').replaceAll(
    /data\/coverage\/(accounts|contacts)\.csv/g,
    `${folder}/$1.parquet`,
  );
  return everyone ? text.replace(/^\s*top 20% by annual_revenue.*\n/m, '') : text;
}
