import path from 'node:path';
import { OPENING, RUNNING } from '../arguments/option.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { named, ofRulebook } from '../history/find.js';
import { restore } from '../history/restore.js';
import { shortId, type Snapshot, type Taken } from '../history/snapshot.js';
import { HistoryStore } from '../history/store.js';
import { take } from '../history/take.js';
import { say } from '../output/say.js';
import { withTemporary } from '../output/with-temporary.js';
import { isRules } from '../rulebook/find.js';
import { locate, type Located } from '../rulebook/locate.js';
import { openWorkbook } from '../rulebook/open.js';
import { underScenario } from '../rulebook/under-scenario.js';
import type { Call, Command } from './command.js';
import { version } from './version.js';

/** `benchbook replay ID`: a kept run, run again from what was kept of it. */
export const replay: Command = {
  synopsis: 'RUN [FILE]',
  options: [...OPENING, ...RUNNING],
  run: async (call) => {
    const { args, words } = call;
    const file = args.positionals.findLast(isRules) ?? null;
    const [id = 'last', surplus] = args.positionals.filter((each) => each !== file);
    if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
    const located = await locate(file, call);
    const store = new HistoryStore(located.root);
    const kept = await ofRulebook(store, located);
    if (kept.length === 0) throw new Failure(EXIT.usage, words.history.nothing);
    const snapshot = named(id, kept, call);
    const again = await withTemporary('project', async (folder) => {
      await restore(snapshot, store, { root: located.root, folder, call });
      return await runAgain(snapshot, folder, located, call);
    });
    return await verdict(snapshot, again, call);
  },
};

async function runAgain(snapshot: Snapshot, folder: string, { shown }: Located, call: Call): Promise<Taken> {
  const { inputs } = snapshot;
  const file = path.join(folder, inputs.rules[0]?.path ?? '');
  const workbook = await openWorkbook(call, { root: folder, file, shown }, inputs.as_of);
  try {
    const { model } = await workbook.read();
    const asked = { scenario: inputs.scenario, set: inputs.set };
    const found = model && underScenario(model, asked);
    if (found?.kind !== 'read') throw new Failure(EXIT.rulebook, call.words.usage.nothingLeft(shown));
    const run = await workbook.run(found.model, { population: inputs.population, signal: call.environment.stopped });
    return await take(run, found.model, { root: folder, asked, store: null, data: false });
  } finally {
    await workbook.close();
  }
}

async function verdict({ id, engine, results }: Snapshot, again: Taken, call: Call): Promise<ExitCode> {
  const { environment, words } = call;
  const { report, ranking } = again.snapshot.results;
  if (report === results.report && ranking === results.ranking) {
    await environment.stdout.write(`${words.history.identical(shortId(id))}\n`);
    return EXIT.ok;
  }
  await say(environment, words.history.notIdentical(shortId(id)), 'bad');
  if (report !== results.report) await say(environment, `  ${words.history.otherReport}`);
  if (ranking !== results.ranking) await say(environment, `  ${words.history.otherRanking}`);
  if (engine !== version()) await say(environment, `  ${words.history.otherEngine(engine, version())}`);
  return EXIT.unmet;
}
