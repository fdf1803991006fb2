import { diffRulebooks, type RulebookDiff } from '@benchbook/dsl';
import type { RunDiff } from '@benchbook/engine';
import { OPENING, RUNNING } from '../arguments/option.js';
import { changeBlocks, numberBlocks } from '../diffing/change-blocks.js';
import { readSide, sides, type Compared } from '../diffing/compared.js';
import { runBlocks } from '../diffing/run-blocks.js';
import { scenarioNumbers, type ScenarioNumber } from '../diffing/scenario-numbers.js';
import { title, type Block } from '../document/block.js';
import { EXIT } from '../exit-codes.js';
import { noticeLine } from '../output/notice-line.js';
import { say } from '../output/say.js';
import { writeAnswer } from '../output/write-answer.js';
import { withWorkbook } from '../rulebook/open.js';
import { stopOf } from '../rulebook/stop-of.js';
import type { Call, Command } from './command.js';

export const DIFF_SCHEMA = 'benchbook.diff/1';

/** `benchbook diff A B`: what two rulebooks say otherwise, and who stands elsewhere because of it. */
export const diff: Command = {
  synopsis: 'A B | REV [REV] FILE',
  options: [
    { name: 'format', value: ['text', 'json', 'markdown'] },
    { name: 'population', value: 'NAME' },
    { name: 'top', value: 'N' },
    { name: 'no-run', value: null },
    { name: 'exit-code', value: null },
    ...OPENING,
    ...RUNNING,
  ],
  run: async (call) => {
    const [one, other] = await sides(call);
    const before = await readSide(one, call);
    const after = await readSide(other, call);
    const rules = diffRulebooks(before.program, after.program);
    const numbers = scenarioNumbers(before.model, after.model);
    const run = await runDiff(before, after, call);
    await write({ before, after, rules, numbers, run }, call);
    const differs = rules.changes.length > 0 || numbers.length > 0 || (run !== null && run.moved > 0);
    return differs && call.args.has('exit-code') ? EXIT.unmet : EXIT.ok;
  },
};

/** Who moved; null when that cannot be told, which is said on stderr, or was not asked for. */
async function runDiff(before: Compared, after: Compared, call: Call): Promise<RunDiff | null> {
  const { words, environment, language } = call;
  if (call.args.has('no-run')) return null;
  const [old, now] = [before.model, after.model];
  if (old === null || now === null) {
    await say(environment, words.diff.hasErrors((old === null ? before : after).shown), 'warn');
    return null;
  }
  const listed = call.args.whole('top', 0, 1_000) ?? 20;
  try {
    return await withWorkbook(call, after.located, (workbook) =>
      workbook.compare(old, now, {
        population: call.args.text('population'),
        listed,
        language,
        signal: environment.stopped,
      }),
    );
  } catch (error) {
    const stop = await stopOf(error, language);
    if (stop?.exit !== EXIT.data) throw error;
    await say(environment, words.diff.noData, 'warn');
    for (const notice of stop.notices) await say(environment, `  ${noticeLine(notice, words.report)}`);
    return null;
  }
}

interface Found {
  readonly before: Compared;
  readonly after: Compared;
  readonly rules: RulebookDiff;
  readonly numbers: readonly ScenarioNumber[];
  readonly run: RunDiff | null;
}

async function write({ before, after, rules, numbers, run }: Found, call: Call): Promise<void> {
  const answer = { schema: DIFF_SCHEMA, from: before.shown, to: after.shown, changes: rules.changes, numbers, run };
  const blocks = (): readonly Block[] => [
    title(`${before.shown} → ${after.shown}`),
    ...(rules.changes.length === 0 && numbers.length > 0 ? [] : changeBlocks(rules, call.words)),
    ...numberBlocks(numbers, call.words),
    ...(run === null ? [] : runBlocks(run, call.words)),
  ];
  await writeAnswer(answer, blocks, call);
}
