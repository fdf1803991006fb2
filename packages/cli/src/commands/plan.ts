import { isPlanned, planBlocks } from '../planning/plan-blocks.js';
import { PLAN_SCHEMA } from '../planning/schema.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { writeAnswer } from '../output/write-answer.js';
import { forRunning } from '../rulebook/for-running.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { askedScenario } from '../rulebook/scenario.js';
import { usableModel } from '../rulebook/usable-model.js';
import { WORKED_OUT } from '../arguments/option.js';
import type { Command } from './command.js';

/** `benchbook plan FILE`: money over time, people, phases, what must hold and what draws of uncertain numbers come to. */
export const plan: Command = {
  synopsis: '[FILE]',
  options: [{ name: 'format', value: ['text', 'json', 'markdown'] }, ...WORKED_OUT],
  run: async (call) => {
    const { args, words } = call;
    const [file = null, surplus] = args.positionals;
    if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
    const located = await locate(file, call);
    return await withWorkbook(call, located, async (workbook) => {
      const rules = await usableModel(forRunning(await workbook.read()), located, call);
      const model = await askedScenario(rules, call);
      const result = await workbook.plan(model, { signal: call.environment.stopped });
      if (!isPlanned(result)) throw new Failure(EXIT.usage, words.planning.nothing);
      await writeAnswer({ schema: PLAN_SCHEMA, ...result }, () => planBlocks(result, words), call);
      return EXIT.ok;
    });
  },
};
