import type { TestResult } from '@benchbook/engine';
import { nearest } from '../arguments/nearest.js';
import { OPENING, RUNNING } from '../arguments/option.js';
import { toTerminal } from '../document/to-terminal.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { usableModel } from '../rulebook/usable-model.js';
import { choosePaint } from '../terminal/paint.js';
import { testBlocks } from '../report/test-blocks.js';
import type { Call, Command } from './command.js';

export const TESTS_SCHEMA = 'benchbook.tests/1';

interface Tested {
  readonly file: string;
  readonly results: readonly TestResult[];
}

/** `benchbook test FILE...`: the test blocks of rulebooks. */
export const test: Command = {
  synopsis: '[FILE ...]',
  options: [
    { name: 'filter', value: 'TEXT' },
    { name: 'format', value: ['text', 'json'] },
    { name: 'strict', value: null },
    { name: 'keep-going', value: null },
    ...OPENING,
    ...RUNNING,
  ],
  run: async (call) => {
    const { positionals } = call.args;
    const names: string[] = [];
    const tested: Tested[] = [];
    for (const file of positionals.length === 0 ? [null] : positionals) {
      const located = await locate(file, call);
      await withWorkbook(call, located, async (workbook) => {
        const model = await usableModel(await workbook.read(), located, call);
        names.push(...model.tests.map((each) => each.name));
        const filter = call.args.text('filter');
        tested.push({ file: located.shown, results: await workbook.test(model, { filter, language: call.language }) });
      });
    }
    refuseEmptyFilter(tested, names, call);
    if (call.args.text('format') === 'json') await writeJson(tested, call);
    else await writeText(tested, call);
    return verdict(tested);
  },
};

function refuseEmptyFilter(tested: readonly Tested[], names: readonly string[], call: Call): void {
  const filter = call.args.text('filter');
  if (filter === null || tested.some(({ results }) => results.length > 0)) return;
  throw new Failure(EXIT.usage, call.words.tests.noneMatches(filter, nearest(filter, names)));
}

async function writeText(tested: readonly Tested[], call: Call): Promise<void> {
  const { stdout, env } = call.environment;
  const page = {
    width: stdout.columns ?? Infinity,
    paint: choosePaint({ isTerminal: stdout.isTerminal, refused: call.args.has('no-color'), env }),
  };
  for (const { file, results } of tested) {
    await stdout.write(toTerminal(testBlocks(file, results, call.words), page));
  }
}

async function writeJson(tested: readonly Tested[], call: Call): Promise<void> {
  const all = tested.flatMap(({ results }) => results);
  const answer = { schema: TESTS_SCHEMA, passed: count(all, 'passed'), failed: count(all, 'failed'), files: tested };
  await call.environment.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

const count = (results: readonly TestResult[], outcome: TestResult['outcome']): number =>
  results.filter((result) => result.outcome === outcome).length;

function verdict(tested: readonly Tested[]): ExitCode {
  return tested.some(({ results }) => count(results, 'failed') > 0) ? EXIT.unmet : EXIT.ok;
}
