import { nearest } from '../arguments/nearest.js';
import { OPENING, RUNNING } from '../arguments/option.js';
import { toTerminal } from '../document/to-terminal.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { say } from '../output/say.js';
import { locate, type Located } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { choosePaint } from '../terminal/paint.js';
import { coverageBlocks, shareOf, shareText } from '../testing/coverage.js';
import { junit } from '../testing/junit.js';
import { testBlocks } from '../testing/test-blocks.js';
import { runTests, type Tested } from '../testing/tested.js';
import { watchTests } from '../testing/watch-tests.js';
import type { Call, Command } from './command.js';

export const TESTS_SCHEMA = 'benchbook.tests/1';

/** `benchbook test FILE...`: the test blocks of rulebooks. */
export const test: Command = {
  synopsis: '[FILE ...]',
  options: [
    { name: 'filter', value: 'TEXT' },
    { name: 'format', value: ['text', 'json', 'junit'] },
    { name: 'coverage', value: null },
    { name: 'coverage-min', value: 'SHARE' },
    { name: 'watch', value: null },
    { name: 'strict', value: null },
    { name: 'keep-going', value: null },
    ...OPENING,
    ...RUNNING,
  ],
  run: async (call) => {
    const { positionals } = call.args;
    const least = leastCoverage(call);
    const all: Located[] = [];
    for (const file of positionals.length === 0 ? [null] : positionals) all.push(await locate(file, call));
    if (call.args.has('watch')) {
      if (call.args.has('format') && call.args.text('format') !== 'text')
        throw new Failure(EXIT.usage, call.words.tests.watchIsText);
      await watchTests(all, call, (tested) => write(tested, call));
      return EXIT.ok;
    }
    const tested: Tested[] = [];
    for (const located of all)
      tested.push(await withWorkbook(call, located, (workbook) => runTests(workbook, located, call)));
    refuseEmptyFilter(tested, call);
    await write(tested, call);
    return await verdict(tested, least, call);
  },
};

/** `--coverage-min 80%` as a fraction; null without it. */
function leastCoverage({ args, words }: Call): number | null {
  const given = args.text('coverage-min');
  if (given === null) return null;
  const share = /^\d+(\.\d+)?%$/.test(given) ? Number(given.slice(0, -1)) / 100 : NaN;
  if (!(share <= 1)) throw new Failure(EXIT.usage, words.tests.notShare(given));
  return share;
}

function refuseEmptyFilter(tested: readonly Tested[], call: Call): void {
  const filter = call.args.text('filter');
  if (filter === null || tested.some(({ results }) => results.length > 0)) return;
  const names = tested.flatMap((each) => each.names);
  throw new Failure(EXIT.usage, call.words.tests.noneMatches(filter, nearest(filter, names)));
}

async function write(tested: readonly Tested[], call: Call): Promise<void> {
  const { stdout } = call.environment;
  const format = call.args.text('format');
  if (format === 'json') await stdout.write(json(tested));
  else if (format === 'junit') await stdout.write(junit(tested, call.words));
  else await writeText(tested, call);
}

async function writeText(tested: readonly Tested[], call: Call): Promise<void> {
  const { stdout, env } = call.environment;
  const page = {
    width: stdout.columns ?? Infinity,
    paint: choosePaint({ isTerminal: stdout.isTerminal, refused: call.args.has('no-color'), env }),
  };
  for (const [index, { file, results, coverage }] of tested.entries()) {
    if (index > 0) await stdout.write('\n');
    const used = coverage === null ? [] : coverageBlocks(coverage, call.words);
    await stdout.write(toTerminal([...testBlocks(file, results, call.words), ...used], page));
  }
}

function json(tested: readonly Tested[]): string {
  const failed = tested.flatMap(({ results }) => results).filter(({ outcome }) => outcome === 'failed').length;
  const files = tested.map(({ file, results, coverage }) => ({
    file,
    results,
    ...(coverage === null ? {} : { coverage }),
  }));
  const passed = tested.reduce((sum, { results }) => sum + results.length, -failed);
  return `${JSON.stringify({ schema: TESTS_SCHEMA, passed, failed, files }, null, 2)}\n`;
}

/** Too little coverage fails like a test that fails. */
async function verdict(tested: readonly Tested[], least: number | null, call: Call): Promise<ExitCode> {
  let isMet = !tested.some(({ results }) => results.some(({ outcome }) => outcome === 'failed'));
  for (const { file, coverage } of tested) {
    if (coverage === null || least === null || shareOf(coverage) >= least) continue;
    isMet = false;
    await say(
      call.environment,
      call.words.tests.tooLittle(file, shareText(coverage), call.args.text('coverage-min') ?? ''),
      'bad',
    );
  }
  return isMet ? EXIT.ok : EXIT.unmet;
}
