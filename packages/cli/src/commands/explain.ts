import type { Run } from '@benchbook/engine';
import { JUDGED } from '../arguments/option.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { explanationBlocks } from '../report/explanation/blocks.js';
import { notFound } from '../report/explanation/not-found.js';
import { writeAnswer } from '../output/write-answer.js';
import { forRunning } from '../rulebook/for-running.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { askedPopulation } from '../rulebook/population.js';
import { askedScenario } from '../rulebook/scenario.js';
import { usableModel } from '../rulebook/usable-model.js';
import type { Call, Command } from './command.js';

/** `benchbook explain FILE ACCOUNT`: rank, figures, thresholds, rules and terms of one account. */
export const explain: Command = {
  synopsis: '[FILE] ACCOUNT',
  options: [{ name: 'format', value: ['text', 'json'] }, { name: 'rules', value: 'FILE' }, ...JUDGED],
  run: async (call) => {
    const { file, account } = subject(call);
    const located = await locate(file, call);
    return await withWorkbook(call, located, async (workbook) => {
      const rules = await usableModel(forRunning(await workbook.read()), located, call);
      const model = await askedScenario(rules, call);
      const run = await workbook.run(model, {
        population: askedPopulation(model, call),
        signal: call.environment.stopped,
      });
      const explanation = await run.explain(account, call.language);
      if (explanation === null) throw await nobody(run, account, call);
      await writeAnswer(explanation, () => explanationBlocks(explanation, call.words), call);
      return EXIT.ok;
    });
  },
};

/** `FILE ACCOUNT`, or `ACCOUNT` alone with `--rules FILE` or the only rulebook. */
function subject(call: Call): { readonly file: string | null; readonly account: string } {
  const { positionals } = call.args;
  const rules = call.args.text('rules');
  const [first, second, third] = positionals;
  const surplus = rules === null ? third : second;
  if (surplus !== undefined) throw new Failure(EXIT.usage, call.words.usage.surplus(surplus));
  if (first === undefined) throw new Failure(EXIT.usage, call.words.explain.which);
  if (second !== undefined) return { file: first, account: second };
  if (rules === null && first.endsWith('.bench')) throw new Failure(EXIT.usage, call.words.explain.which);
  return { file: rules, account: first };
}

/** At most so many who share a name are listed; nobody reads more. */
const LISTED = 20;

async function nobody(run: Run, account: string, call: Call): Promise<Failure> {
  const { language, words } = call;
  const { population } = await run.report(language, { ranking: 0 });
  const { sentence, shared, similar } = await notFound(run, account, { population, language, words });
  const lines = similar.map(({ key, name }) => (name === null || shared ? key : `${key}  ${name}`));
  const more = lines.length > LISTED ? ['…'] : [];
  const listed = [...lines.slice(0, LISTED), ...more];
  if (shared) return new Failure(EXIT.usage, sentence, listed);
  const details = listed.length === 0 ? [] : [words.explain.meant, ...listed.map((line) => `  ${line}`)];
  return new Failure(EXIT.usage, sentence, details);
}
