import { loadSources } from '/work/main/packages/engine/src/data/load.ts';
import { nodeFiles } from '/work/main/packages/engine/src/data/node-files.ts';
import { openDuckDB } from '/work/main/packages/engine/src/database/duckdb-node.ts';
import { toNotice } from '/work/main/packages/engine/src/notices/notice.ts';
import { source } from '/work/main/packages/engine/test/data/support.ts';
import { aggregate, column, literal, operator } from '/work/main/packages/engine/src/sql/expression.ts';
import { output, select, table } from '/work/main/packages/engine/src/sql/query.ts';
import { test } from 'vitest';
const tags = (process.env.TAGS ?? '1m.parquet,1m.csv').split(',');
test('measure', async () => {
for (const tag of tags) {
  const database = await openDuckDB({ readable: ['/tmp/try/big'], threads: 2, memoryLimit: process.env.MEM ?? '6GB' });
  const read0 = database.read.bind(database), run0 = database.run.bind(database);
  if (process.env.TRACE) {
    database.read = async (q, ...r) => { const t = performance.now(); const x = await read0(q, ...r); const d=performance.now()-t; if (d>30) console.log('   read', d.toFixed(0), JSON.stringify(q.columns.map(c=>c.as)).slice(0,150)); return x; };
    database.run = async (q, ...r) => { const t = performance.now(); const x = await run0(q, ...r); const d=performance.now()-t; if (d>30) console.log('   run', d.toFixed(0), q.kind, (q as any).name); return x; };
  }
  const start = performance.now();
  const sources = [
    source('accounts', `accounts_${tag}`, { account_id: 'text', name: 'text', industry: 'text', annual_revenue: 'money CNY', employees: 'count' }, { key: 'account_id' }),
    source('contacts', `contacts_${tag}`, { contact_id: 'text', account_id: 'text -> accounts', department: 'text', level: 'text' }, { key: 'contact_id' }),
  ];
  const kept = new Map();
  const options = { files: nodeFiles('/tmp/try/big'), compile: () => { throw new Error(); }, kept, used: new Map(sources.map((s) => [s.name, new Set(s.columns.map((c) => c.name))])) } as any;
  const loaded = await loadSources(database, { file: 'r.bench', sources } as any, options);
  console.log(tag, 'load ms', (performance.now() - start).toFixed(0), 'rss MB', (process.resourceUsage().maxRSS / 1024).toFixed(0));
  console.log(loaded.notices.map((n) => n.code + ' ' + toNotice(n, 'zh').text).join('\n'));
  const t = performance.now(); await loadSources(database, { file: 'r.bench', sources } as any, options); console.log('again', (performance.now() - t).toFixed(1));
  const m = performance.now();
  const q = select({ columns: [output(column('account_id'), 'a'), output(aggregate('count', []), 'n'), output(aggregate('count', [], { where: operator(column('level'), '=', literal('VP')) }), 'v')], from: table('source_contacts'), groupBy: [column('account_id')] });
  await database.run({ kind: 'create', what: 'table', name: 'm', query: q }); console.log('measure', (performance.now() - m).toFixed(0));
  await database.close();
}}, 600000);
