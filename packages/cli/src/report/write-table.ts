import { createReadStream } from 'node:fs';
import type { Report, Run } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { withoutControls } from '../document/control-characters.js';
import { noticeLine } from '../output/notice-line.js';
import { say } from '../output/say.js';
import { withTemporary } from '../output/with-temporary.js';
import { inPlaceOf, placeOf } from '../output/write-atomically.js';

const TABLE_FORMATS = ['csv', 'parquet', 'arrow'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export function isTableFormat(format: string): format is TableFormat {
  return TABLE_FORMATS.some((each) => each === format);
}

/** Writes the ranked table; what the report would have remarked goes to stderr. */
export async function writeTable(run: Run, report: Report, format: TableFormat, call: Call): Promise<void> {
  const { environment, words } = call;
  const out = call.args.text('out');
  if (out !== null) {
    const write = (beside: string): Promise<void> => run.writeRanking(beside, format);
    await inPlaceOf(placeOf(out, environment.cwd), write, words);
    await say(environment, words.usage.written(out), 'quiet');
  } else if (format === 'arrow') {
    for await (const batch of run.ranking()) await environment.stdout.write(batch);
  } else {
    await withTemporary(`ranking.${format}`, async (file) => {
      await run.writeRanking(file, format);
      for await (const chunk of createReadStream(file)) await environment.stdout.write(chunk as Uint8Array);
    });
  }
  for (const notice of report.notices) {
    await environment.stderr.write(`${withoutControls(noticeLine(notice, words.report))}\n`);
  }
}
