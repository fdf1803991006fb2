import { runNotebook, type NotebookRun, type Statement } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { forRunning } from '../rulebook/for-running.js';
import type { Located } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { askedScenario } from '../rulebook/scenario.js';
import { usableModel } from '../rulebook/usable-model.js';
import { writeNotebook } from './write-notebook.js';

export const isNotebook = ({ file }: Located): boolean => /\.(md|markdown)$/i.test(file);

/**
 * Runs a notebook and writes it with its results.
 *
 * @throws Failure (usage) for a rulebook, and for options that its cells decide
 */
export async function runDocument(located: Located, format: 'html' | 'markdown', call: Call): Promise<ExitCode> {
  const { notebook } = call.words;
  if (!isNotebook(located)) throw new Failure(EXIT.usage, notebook.onlyNotebooks(located.shown));
  for (const option of ['population', 'top'] as const)
    if (call.args.has(option)) throw new Failure(EXIT.usage, notebook.notHere(option));
  return await withWorkbook(call, located, async (workbook) => {
    const reading = await workbook.read();
    const rules = await usableModel(forRunning(reading), located, call);
    const model = await askedScenario(rules, call);
    const run = await runNotebook(workbook, reading, model, {
      language: call.language,
      signal: call.environment.stopped,
    });
    await writeNotebook(reading.program.files[0]?.text ?? '', run, format, call);
    return verdict(run, call.args.has('strict'));
  });
}

/** What does not hold is shown in the document, and told to whoever waits for the command. */
function verdict({ cells }: NotebookRun, strict: boolean): ExitCode {
  const results = cells.flatMap((cell) => cell.results);
  const unmet = ({ about, met }: Statement): boolean =>
    met !== true && (about === 'test' || about === 'check' || (strict && about === 'warning'));
  const failed = results.some(
    (result) =>
      (result.kind === 'notice' && result.notice.severity === 'error') ||
      (result.kind === 'statements' && result.statements.some(unmet)),
  );
  return failed ? EXIT.unmet : EXIT.ok;
}
