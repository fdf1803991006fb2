import { EXIT, type ExitCode } from '../exit-codes.js';
import { OPENING } from '../arguments/option.js';
import { diagnosticReports } from '../rulebook/diagnostics.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { printDiagnostics } from '../rulebook/print-diagnostics.js';
import { tally } from '../rulebook/tally.js';
import type { Call, Command } from './command.js';
import type { Reading } from '@benchbook/engine';

export const CHECK_SCHEMA = 'benchbook.check/1';

/** `benchbook check FILE...`: what is wrong with each rulebook, and where. */
export const check: Command = {
  synopsis: '[FILE ...]',
  options: [{ name: 'format', value: ['text', 'json'] }, { name: 'strict', value: null }, ...OPENING],
  run: async (call) => {
    const { positionals } = call.args;
    const checked: { readonly shown: string; readonly reading: Reading }[] = [];
    for (const file of positionals.length === 0 ? [null] : positionals) {
      const located = await locate(file, call);
      checked.push({ shown: located.shown, reading: await withWorkbook(call, located, (workbook) => workbook.read()) });
    }
    if (call.args.text('format') === 'json') await writeJson(checked, call);
    else for (const each of checked) await writeText(each, call);
    return verdict(
      checked.map((each) => each.reading),
      call.args.has('strict'),
    );
  },
};

async function writeText(
  { shown, reading }: { readonly shown: string; readonly reading: Reading },
  call: Call,
): Promise<void> {
  const { words, environment } = call;
  const { errors, warnings, hints } = tally(reading);
  await printDiagnostics(reading, shown, environment.stdout, call);
  const summary =
    reading.diagnostics.length === 0
      ? words.tests.clean(shown)
      : `${shown}: ${words.tests.found(errors, warnings, hints)}`;
  await environment.stdout.write(`${summary}\n`);
}

async function writeJson(
  checked: readonly { readonly shown: string; readonly reading: Reading }[],
  call: Call,
): Promise<void> {
  const files = checked.map(({ shown, reading }) => ({
    file: shown,
    ...tally(reading),
    diagnostics: diagnosticReports(reading, shown, call.language),
  }));
  await call.environment.stdout.write(`${JSON.stringify({ schema: CHECK_SCHEMA, files }, null, 2)}\n`);
}

function verdict(readings: readonly Reading[], strict: boolean): ExitCode {
  const bad = readings.map(tally).some(({ errors, warnings }) => errors > 0 || (strict && warnings > 0));
  return bad ? EXIT.rulebook : EXIT.ok;
}
