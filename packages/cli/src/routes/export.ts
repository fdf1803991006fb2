import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Run } from '@benchbook/engine';
import { withTemporary } from '../output/with-temporary.js';
import { HttpError, sendJson, sendStream } from '../server/reply.js';
import { askedRun } from './asked.js';
import type { Route } from './route.js';

const TABLES = { csv: 'text/csv; charset=utf-8', parquet: 'application/vnd.apache.parquet' } as const;

/** `GET /api/export?format=csv|json|parquet`: the ranked table, or the report, as a file to keep. */
export const exported: Route = async (exchange) => {
  const { query, words, response, language } = exchange;
  const format = query.get('format') ?? 'csv';
  if (format !== 'csv' && format !== 'parquet' && format !== 'json') throw new HttpError(400, words.server.badFormat);
  const shown = await askedRun(exchange);
  const report = await shown.report(language);
  response.setHeader('Content-Disposition', `attachment; filename="${fileName(report.rulebook.name)}.${format}"`);
  if (format === 'json') sendJson(response, 200, report);
  else await sendTable(response, shown.run, format);
};

async function sendTable(response: ServerResponse, run: Run, format: keyof typeof TABLES): Promise<void> {
  await withTemporary(`ranking.${format}`, async (file) => {
    await run.writeRanking(file, format);
    const { size } = await stat(file);
    const headers = { 'Content-Type': TABLES[format], 'Content-Length': size };
    await sendStream(response, headers, createReadStream(file) as AsyncIterable<Uint8Array>);
  });
}

/** Only letters that every file system and header takes. */
function fileName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'benchbook';
}
