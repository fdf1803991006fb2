import type { Model } from '@benchbook/dsl';
import { JUDGED } from '../arguments/option.js';
import { answer, ANSWERS_SCHEMA, type Answers } from '../asking/answers.js';
import { driversBlocks } from '../asking/drivers-blocks.js';
import { inverseBlocks } from '../asking/inverse-blocks.js';
import { readQuestion, type Questions } from '../asking/question.js';
import { seekBlocks } from '../asking/seek-blocks.js';
import { sweepBlocks } from '../asking/sweep-blocks.js';
import type { Block } from '../document/block.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { writeAnswer } from '../output/write-answer.js';
import { isRules } from '../rulebook/find.js';
import { forRunning } from '../rulebook/for-running.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { askedPopulation } from '../rulebook/population.js';
import { printFindings } from '../rulebook/print-diagnostics.js';
import { askedScenario } from '../rulebook/scenario.js';
import { tally } from '../rulebook/tally.js';
import { usableModel } from '../rulebook/usable-model.js';
import type { Call, Command } from './command.js';

/** `benchbook ask FILE QUESTION`: sweeps, goals and drivers, those of the rulebook or one from the command line. */
export const ask: Command = {
  synopsis: '[FILE] [QUESTION]',
  options: [{ name: 'format', value: ['text', 'json', 'markdown'] }, ...JUDGED],
  run: async (call) => {
    const { args, words } = call;
    const file = args.positionals.find(isRules) ?? null;
    const [question, surplus] = args.positionals.filter((each) => each !== file);
    if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
    const located = await locate(file, call);
    return await withWorkbook(call, located, async (workbook) => {
      const reading = forRunning(await workbook.read());
      const rules = await usableModel(reading, located, call);
      const asked =
        question === undefined ? { model: rules, questions: rules } : await fromOutside(reading, question, call);
      const { sweeps, seeks, inverses, drivers } = asked.questions;
      if ([sweeps, seeks, inverses, drivers].every(({ length }) => length === 0))
        throw new Failure(EXIT.usage, words.asking.nothing);
      const model = await askedScenario(asked.model, call);
      const options = { population: askedPopulation(model, call), signal: call.environment.stopped };
      await write(await answer(workbook, model, asked.questions, options), call);
      return EXIT.ok;
    });
  },
};

async function fromOutside(
  reading: Parameters<typeof readQuestion>[0] & { readonly model: Model | null },
  question: string,
  call: Call,
): Promise<{ readonly model: Model; readonly questions: Questions }> {
  const asOf = reading.model?.asOf ?? null;
  const read = readQuestion(reading, question, asOf);
  await printFindings(read.diagnostics, read.program.files, call.environment.stderr, call);
  const { errors } = tally(read);
  if (errors > 0 || read.model === null) throw new Failure(EXIT.usage, call.words.asking.refused(Math.max(1, errors)));
  return { model: read.model, questions: read.questions };
}

async function write(answers: Answers, call: Call): Promise<void> {
  const { words } = call;
  const blocks = (): readonly Block[] => [
    ...answers.sweeps.flatMap((each) => sweepBlocks(each, words)),
    ...answers.seeks.flatMap((each) => seekBlocks(each, words)),
    ...answers.inverses.flatMap((each) => inverseBlocks(each, words)),
    ...answers.drivers.flatMap((each) => driversBlocks(each, words)),
  ];
  await writeAnswer({ schema: ANSWERS_SCHEMA, ...answers }, blocks, call);
}
