import { toNotice } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { withoutControls } from '../document/control-characters.js';
import { noticeLine } from '../output/notice-line.js';
import { EXIT } from '../exit-codes.js';
import { say } from '../output/say.js';
import { faultOf } from '../rulebook/fault-of.js';
import { printDiagnostics } from '../rulebook/print-diagnostics.js';
import { tally } from '../rulebook/tally.js';
import type { LiveState } from './live-state.js';

/** What the page shows while the rulebook has errors. */
const shownInstead = ({ run, leftOut }: LiveState): 'nothing' | 'whole' | 'rest' => {
  if (run === null) return 'nothing';
  return leftOut.length > 0 ? 'rest' : 'whole';
};

/**
 * Tells the person at the terminal what a change came to.
 *
 * @param about the rulebook as they wrote it, and how many milliseconds the change took.
 */
export async function tellState(
  state: LiveState,
  about: { readonly file: string; readonly took: number },
  call: Call,
): Promise<void> {
  const { environment, language, words } = call;
  const { revision, reading, run, reports, stale, problems } = state;
  const kept = run !== null;
  if (reading !== null) {
    const diagnostics = reading.diagnostics.filter((each) => each.severity !== 'hint');
    await printDiagnostics({ ...reading, diagnostics }, about.file, environment.stderr, call);
  }
  for (const each of problems) {
    await environment.stderr.write(`${withoutControls(noticeLine(toNotice(each, language), words.report))}\n`);
  }
  const errors = reading === null ? 0 : tally(reading).errors;
  if (problems.length > 0) {
    const ofData = faultOf(problems) === EXIT.data;
    const { stopped, unreadable } = words.server;
    await say(environment, (ofData ? stopped : unreadable)(revision, kept), 'bad');
  } else if (errors > 0) await say(environment, words.server.broken(revision, errors, shownInstead(state)), 'bad');
  else if (!stale && kept) {
    const report = reports.get(language);
    if (report !== undefined) {
      const { name, size } = report.population;
      await say(environment, words.server.ran(revision, name, size, (about.took / 1000).toFixed(1)), 'quiet');
    }
  }
}
