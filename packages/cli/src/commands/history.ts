import { OPENING } from '../arguments/option.js';
import { EXIT } from '../exit-codes.js';
import { figuresOf } from '../history/figures.js';
import { ofRulebook, results } from '../history/find.js';
import { listBlocks, trendBlocks, type KeptReport } from '../history/history-blocks.js';
import { HistoryStore } from '../history/store.js';
import { writeAnswer } from '../output/write-answer.js';
import { locate } from '../rulebook/locate.js';
import { onlyFile, type Command } from './command.js';

export const HISTORY_SCHEMA = 'benchbook.history/1';

/** `benchbook history FILE`: the runs that were kept of a rulebook. */
export const history: Command = {
  synopsis: '[FILE]',
  options: [{ name: 'format', value: ['text', 'json', 'markdown'] }, { name: 'trend', value: null }, ...OPENING],
  run: async (call) => {
    const { args, words } = call;
    const located = await locate(onlyFile(call), call);
    const store = new HistoryStore(located.root);
    const kept: KeptReport[] = [];
    for (const snapshot of await ofRulebook(store, located))
      kept.push({ snapshot, report: (await results(snapshot, store, call)).report });
    const runs = kept.map(({ snapshot, report }) => ({
      ...snapshot,
      figures: figuresOf(report).map(({ measure, value, display }) => ({ measure, value, display })),
    }));
    const blocks = args.has('trend') ? trendBlocks : listBlocks;
    await writeAnswer({ schema: HISTORY_SCHEMA, runs }, () => blocks(located.shown, kept, words), call);
    return EXIT.ok;
  },
};
