import { diffRulebooks, type Program } from '@benchbook/dsl';
import { diffRankings, type KeptRun } from '@benchbook/engine';
import { JUDGED } from '../arguments/option.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { compareBlocks, type Side } from '../history/compare-blocks.js';
import { named, ofRulebook, results } from '../history/find.js';
import { programOf } from '../history/program-of.js';
import { shortId, type Snapshot } from '../history/snapshot.js';
import { HistoryStore } from '../history/store.js';
import { take } from '../history/take.js';
import { when } from '../history/when.js';
import { writeAnswer } from '../output/write-answer.js';
import { forRunning } from '../rulebook/for-running.js';
import { isRules } from '../rulebook/find.js';
import { locate, type Located } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { askedPopulation } from '../rulebook/population.js';
import { askedIn, askedScenario } from '../rulebook/scenario.js';
import { usableModel } from '../rulebook/usable-model.js';
import type { Call, Command } from './command.js';

export const COMPARE_SCHEMA = 'benchbook.compare/1';

/** `benchbook compare A B`: two kept runs, or a kept one and the rules and data as they stand. */
export const compare: Command = {
  synopsis: '[A [B]] [FILE]',
  options: [{ name: 'format', value: ['text', 'json', 'markdown'] }, { name: 'top', value: 'N' }, ...JUDGED],
  run: async (call) => {
    const { args, words } = call;
    const file = args.positionals.findLast(isRules) ?? null;
    const asked = args.positionals.filter((each) => each !== file);
    const [first = 'last', second, surplus] = asked;
    if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
    const located = await locate(file, call);
    const store = new HistoryStore(located.root);
    const kept = await ofRulebook(store, located);
    if (kept.length === 0) throw new Failure(EXIT.usage, words.history.nothing);
    const before = await keptSide(named(first, kept, call), store, call);
    const after =
      second === undefined ? await presentSide(located, call) : await keptSide(named(second, kept, call), store, call);
    const rules = before.program && after.program && diffRulebooks(before.program, after.program);
    const run = diffRankings(before, after, args.whole('top', 0, 1_000) ?? 20);
    await write({ before, after, rules, run }, call);
    return EXIT.ok;
  },
};

interface Compared extends Side, KeptRun {
  readonly report: Side['report'];
  readonly program: Program | null;
}

async function keptSide(snapshot: Snapshot, store: HistoryStore, call: Call): Promise<Compared> {
  const shown = `${shortId(snapshot.id)} (${when(snapshot.at)})`;
  return { shown, snapshot, program: await programOf(snapshot, store), ...(await results(snapshot, store, call)) };
}

async function presentSide(located: Located, call: Call): Promise<Compared> {
  return await withWorkbook(call, located, async (workbook) => {
    const reading = await workbook.read();
    const model = await askedScenario(await usableModel(forRunning(reading), located, call), call);
    const population = askedPopulation(model, call);
    const run = await workbook.run(model, { population, signal: call.environment.stopped });
    const { root } = located;
    const taken = await take(run, model, { root, asked: askedIn(call.args), store: null, data: false });
    return { shown: call.words.history.now, program: reading.program, ...taken };
  });
}

async function write(found: Parameters<typeof compareBlocks>[0], call: Call): Promise<void> {
  const { before, after, rules, run } = found;
  const side = ({ snapshot, report }: Side) => ({ ...snapshot, levels: report.levels, metrics: report.metrics });
  const answer = { schema: COMPARE_SCHEMA, from: side(before), to: side(after), changes: rules?.changes ?? [], run };
  await writeAnswer(answer, () => compareBlocks(found, call.words), call);
}
