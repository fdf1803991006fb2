import type { Workbook } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { reportFault } from '../output/report-fault.js';
import { say } from '../output/say.js';
import { openWorkbook } from '../rulebook/open.js';
import type { Located } from '../rulebook/locate.js';
import { watchFiles } from '../server/watch.js';
import { runTests, type Tested } from './tested.js';

/** Clears what a terminal shows, and what it scrolled away. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Runs the tests of some rulebooks again whenever a rulebook, a file it uses or its data changes, until the process is asked to stop or
 * `q` is pressed. The workbooks stay open, so that only what a change touches is computed again.
 */
export async function watchTests(
  all: readonly Located[],
  call: Call,
  write: (tested: readonly Tested[]) => Promise<void>,
): Promise<void> {
  const { environment, words } = call;
  const books = await Promise.all(
    all.map(async (located) => ({ located, workbook: await openWorkbook(call, located) })),
  );
  const changes = new Signal();
  const watch = watchFiles(() => {
    changes.raise();
  });
  const quit = new Signal();
  const letKeysGo = environment.keys((key) => {
    if (key === 'q' || key === 'Q' || key === '\u0003') quit.raise();
  });
  environment.stopped.addEventListener('abort', () => {
    quit.raise();
  });
  if (environment.stopped.aborted) quit.raise();
  // Watching alone lets the process end.
  const awake = setInterval(() => undefined, 60_000);
  try {
    while (!quit.isRaised) {
      changes.lower();
      await watch.follow(await watchedBy(books));
      if (environment.stdout.isTerminal) await environment.stdout.write(CLEAR);
      await oneRound(books, call, write);
      await say(environment, words.tests.watching, 'quiet');
      await Promise.race([changes.raised, quit.raised]);
    }
  } finally {
    clearInterval(awake);
    letKeysGo();
    watch.stop();
    for (const { workbook } of books) await workbook.close();
  }
}

interface Book {
  readonly located: Located;
  readonly workbook: Workbook;
}

/** A rulebook with errors, or without its file, is told and waited for. */
async function oneRound(
  books: readonly Book[],
  call: Call,
  write: (tested: readonly Tested[]) => Promise<void>,
): Promise<void> {
  for (const { located, workbook } of books) {
    try {
      await write([await runTests(workbook, located, call)]);
    } catch (error) {
      const { environment, language, words } = call;
      await reportFault(error, { environment, language, words, command: 'test' });
    }
  }
}

async function watchedBy(books: readonly Book[]): Promise<readonly string[]> {
  const files = await Promise.all(
    books.map(async ({ located, workbook }) => {
      const reading = await workbook.read().catch(() => null);
      return [located.file, ...workbook.watched(reading)];
    }),
  );
  return [...new Set(files.flat())];
}

/** Something that happens once, and once more after it was lowered. */
class Signal {
  isRaised = false;
  raised: Promise<void> = Promise.resolve();
  private resolve: () => void = () => undefined;

  constructor() {
    this.lower();
  }

  raise(): void {
    this.isRaised = true;
    this.resolve();
  }

  lower(): void {
    this.isRaised = false;
    this.raised = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }
}
