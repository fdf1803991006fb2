import { EXIT, type ExitCode } from '../exit-codes.js';
import { OPENING, RUNNING, WHAT_IF } from '../arguments/option.js';
import { Failure } from '../failure.js';
import { keep } from '../history/keep.js';
import { placeOf, refuseUnwritable } from '../output/write-atomically.js';
import { isNotebook, runDocument } from '../notebook/run-document.js';
import { levelReadings } from '../report/readings.js';
import { forRunning } from '../rulebook/for-running.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { askedPopulation } from '../rulebook/population.js';
import { askedScenario } from '../rulebook/scenario.js';
import { usableModel } from '../rulebook/usable-model.js';
import { writeReport } from '../report/write-report.js';
import { isTableFormat, writeTable } from '../report/write-table.js';
import { onlyFile, type Call, type Command } from './command.js';
import type { Report } from '@benchbook/engine';

const FOR_READERS = 10;

export const FORMATS = ['text', 'json', 'csv', 'parquet', 'arrow', 'markdown', 'html'] as const;

/** `benchbook run FILE`: the report, the ranked table, or a notebook with its results. */
export const run: Command = {
  synopsis: '[FILE]',
  options: [
    { name: 'format', value: FORMATS },
    { name: 'out', value: 'PATH' },
    { name: 'population', value: 'NAME' },
    { name: 'top', value: 'N' },
    { name: 'strict', value: null },
    { name: 'keep-going', value: null },
    { name: 'keep', value: null },
    { name: 'note', value: 'TEXT' },
    { name: 'no-data', value: null },
    ...WHAT_IF,
    ...OPENING,
    ...RUNNING,
  ],
  run: async (call) => {
    const format = chosenFormat(call);
    const top = call.args.whole('top', 0, Number.MAX_SAFE_INTEGER);
    const located = await locate(onlyFile(call), call);
    const out = call.args.text('out');
    if (out !== null) await refuseUnwritable(placeOf(out, call.environment.cwd), call.words);
    if (format === 'html' || (format === 'markdown' && isNotebook(located)))
      return await runDocument(located, format, call);
    return await withWorkbook(call, located, async (workbook) => {
      const rules = await usableModel(forRunning(await workbook.read()), located, call);
      const model = await askedScenario(rules, call);
      const population = askedPopulation(model, call);
      const result = await workbook.run(model, { population, signal: call.environment.stopped });
      const report = await result.report(call.language, listed(format, top));
      if (isTableFormat(format)) await writeTable(result, report, format, call);
      else await writeReport(report, { format, readings: levelReadings(model) }, call);
      if (call.args.has('keep')) await keep(result, model, located, call);
      return verdict(report, call.args.has('strict'));
    });
  },
};

function chosenFormat(call: Call): (typeof FORMATS)[number] {
  const { args, environment, words } = call;
  const format = FORMATS.find((each) => each === args.text('format')) ?? 'text';
  const binary = format === 'parquet' || (format === 'arrow' && environment.stdout.isTerminal);
  if (binary && !args.has('out')) throw new Failure(EXIT.usage, words.usage.needsOut(format));
  if (isTableFormat(format) && args.has('top')) throw new Failure(EXIT.usage, words.usage.noTopHere(format));
  return format;
}

/** How much of the ranking the report brings along: what was asked for, else what its readers can use. */
function listed(format: (typeof FORMATS)[number], top: number | null): { readonly ranking?: number } {
  if (isTableFormat(format)) return { ranking: 0 };
  if (top !== null) return { ranking: top };
  return format === 'json' ? {} : { ranking: FOR_READERS };
}

/** A check that cannot be told does not hold; a warning counts only with `--strict`. */
function verdict(report: Report, strict: boolean): ExitCode {
  const unmet = report.checks.some((check) => check.holds !== true && (strict || check.severity === 'error'));
  return unmet ? EXIT.unmet : EXIT.ok;
}
