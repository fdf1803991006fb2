import { check, lint as look, LINT_RULES, placeOf, renderSaid, repaired, type LintFinding } from '@benchbook/dsl';
import type { Reading } from '@benchbook/engine';
import { OPENING } from '../arguments/option.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { say } from '../output/say.js';
import { writeAtomically, type Place } from '../output/write-atomically.js';
import { locate } from '../rulebook/locate.js';
import { withWorkbook } from '../rulebook/open.js';
import { ruleFiles } from '../rulebook/rule-files.js';
import { shownFiles } from '../rulebook/shown-files.js';
import { tally } from '../rulebook/tally.js';
import type { Call, Command } from './command.js';

export const LINT_SCHEMA = 'benchbook.lint/1';

const SAFE: ReadonlySet<string> = new Set(LINT_RULES.flatMap(({ code, fix }) => (fix === 'safe' ? [code] : [])));

/** What was found in a file, what of it was mended, and the errors that kept parts of it from being looked at. */
interface Linted {
  readonly shown: string;
  readonly reading: Reading;
  readonly findings: readonly LintFinding[];
  readonly fixed: number;
}

/** `benchbook lint [FILES|FOLDERS]`: smells and matters of style. */
export const lint: Command = {
  synopsis: '[FILE|FOLDER ...]',
  options: [
    { name: 'fix', value: null },
    { name: 'format', value: ['text', 'json'] },
    { name: 'strict', value: null },
    ...OPENING,
  ],
  run: async (call) => {
    const linted: Linted[] = [];
    for (const place of await ruleFiles(call)) linted.push(await lintFile(place, call));
    if (call.args.text('format') === 'json') await writeJson(linted, call);
    else for (const each of linted) await writeText(each, call);
    return verdict(linted, call.args.has('strict'));
  },
};

async function lintFile(place: Place, call: Call): Promise<Linted> {
  const first = await read(place, call);
  const safe = call.args.has('fix') ? first.findings.filter(({ code }) => SAFE.has(code)) : [];
  const [entry] = first.reading.program.files;
  if (safe.length === 0 || entry === undefined) return { ...first, fixed: 0 };
  await writeAtomically(place, repaired(entry.text, safe), call.words);
  const again = await read(place, call);
  return { ...again, fixed: Math.max(0, first.findings.length - again.findings.length) };
}

async function read(place: Place, call: Call): Promise<Omit<Linted, 'fixed'>> {
  const located = await locate(place.shown, call);
  const reading = await withWorkbook(call, located, (workbook) => workbook.read());
  return { shown: located.shown, reading, findings: look(reading.program, check(reading.program)) };
}

async function writeText({ shown, reading, findings, fixed }: Linted, call: Call): Promise<void> {
  const { environment, language, words } = call;
  const files = shownFiles(reading, shown);
  for (const found of findings)
    await environment.stdout.write(
      `${renderSaid({ ...found, sentence: found.said[language] }, { files, language })}\n`,
    );
  if (fixed > 0) await say(environment, words.lint.fixed(shown, fixed), 'good');
  const { errors } = tally(reading);
  if (errors > 0) await say(environment, words.lint.errors(shown, errors), 'warn');
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const fixable = findings.filter(({ code }) => SAFE.has(code)).length;
  const summary =
    findings.length === 0 ? words.lint.clean(shown) : words.lint.found(shown, count('warning'), count('hint'), fixable);
  await environment.stdout.write(`${summary}\n`);
}

async function writeJson(linted: readonly Linted[], call: Call): Promise<void> {
  const files = linted.map(({ shown, reading, findings, fixed }) => ({
    file: shown,
    errors: tally(reading).errors,
    fixed,
    findings: findings.map((found) => {
      const { line, column } = placeOf(shownFiles(reading, shown), found.span);
      const { text, hint } = found.said[call.language];
      return { code: found.code, severity: found.severity, message: text, hint, line, column, edits: found.edits };
    }),
  }));
  await call.environment.stdout.write(`${JSON.stringify({ schema: LINT_SCHEMA, files }, null, 2)}\n`);
}

function verdict(linted: readonly Linted[], strict: boolean): ExitCode {
  if (linted.some(({ reading }) => tally(reading).errors > 0)) return EXIT.rulebook;
  const counts = (one: LintFinding): boolean => strict || one.severity === 'warning';
  return linted.some(({ findings }) => findings.some(counts)) ? EXIT.unmet : EXIT.ok;
}
