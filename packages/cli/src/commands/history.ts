import { OPENING } from '../arguments/option.js';
import { toMarkdown } from '../document/to-markdown.js';
import { toTerminal } from '../document/to-terminal.js';
import { EXIT } from '../exit-codes.js';
import { figuresOf } from '../history/figures.js';
import { ofRulebook, results } from '../history/find.js';
import { listBlocks, trendBlocks, type KeptReport } from '../history/history-blocks.js';
import { HistoryStore } from '../history/store.js';
import { locate } from '../rulebook/locate.js';
import { choosePaint } from '../terminal/paint.js';
import { onlyFile, type Command } from './command.js';

export const HISTORY_SCHEMA = 'benchbook.history/1';

/** `benchbook history FILE`: the runs that were kept of a rulebook. */
export const history: Command = {
  synopsis: '[FILE]',
  options: [{ name: 'format', value: ['text', 'json', 'markdown'] }, { name: 'trend', value: null }, ...OPENING],
  run: async (call) => {
    const { args, environment, words } = call;
    const located = await locate(onlyFile(call), call);
    const store = new HistoryStore(located.root);
    const kept: KeptReport[] = [];
    for (const snapshot of await ofRulebook(store, located))
      kept.push({ snapshot, report: (await results(snapshot, store, call)).report });
    const { stdout, env } = environment;
    if (args.text('format') === 'json') {
      const runs = kept.map(({ snapshot, report }) => ({
        ...snapshot,
        figures: figuresOf(report).map(({ measure, value, display }) => ({ measure, value, display })),
      }));
      await stdout.write(`${JSON.stringify({ schema: HISTORY_SCHEMA, runs }, null, 2)}\n`);
      return EXIT.ok;
    }
    const blocks = (args.has('trend') ? trendBlocks : listBlocks)(located.shown, kept, words);
    const paint = choosePaint({ isTerminal: stdout.isTerminal, refused: args.has('no-color'), env });
    const text =
      args.text('format') === 'markdown'
        ? toMarkdown(blocks)
        : toTerminal(blocks, { width: stdout.columns ?? Infinity, paint });
    await stdout.write(text);
    return EXIT.ok;
  },
};
