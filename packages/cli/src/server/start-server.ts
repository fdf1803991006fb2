import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { DataError, type Workbook } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import type { Located } from '../rulebook/locate.js';
import { installation } from '../manual/installation.js';
import { Manual } from '../manual/manual.js';
import { askedPopulation } from '../rulebook/population.js';
import { forRunning } from '../rulebook/for-running.js';
import { openWorkbook } from '../rulebook/open.js';
import { tally } from '../rulebook/tally.js';
import { isLoopback } from './hosts.js';
import { httpServer } from './http-server.js';
import { listen } from './listen.js';
import { LiveWorkbook } from './live-workbook.js';
import { Meter } from './meter.js';
import { RateLimit } from './rate-limit.js';
import { RulebookFile } from './rulebook-file.js';
import { StaticFiles } from './static-files.js';
import { tellState } from './tell-state.js';
import { watchFiles } from './watch.js';

interface ServerOptions {
  readonly call: Call;
  readonly located: Located;
  readonly host: string;
  /** null for the next free one from the default on. */
  readonly port: number | null;
  /** The folder of the built page. */
  readonly page: string;
  readonly onFault: (error: unknown) => void;
}

/** What a page asks for when it opens, many times over; and what a slider that is dragged asks for. */
const BURST = 200;
const PER_SECOND = 40;

export interface RunningServer {
  /** Where to point a browser. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Listens, runs the rulebook, and runs it again whenever its files change. */
export async function startServer({ call, located, host, port, page, onFault }: ServerOptions): Promise<RunningServer> {
  const { language, words } = call;
  const workbook = await openWorkbook(call, located);
  const population = call.args.text('population');
  if (population !== null) await refuseUnknown(workbook, call);
  let started = performance.now();
  const watch = watchFiles(() => {
    started = performance.now();
    void live.refresh();
  });
  const live = new LiveWorkbook(workbook, { population, follow: (files) => watch.follow(files) });
  live.subscribe((state) => {
    if (state.fault !== null) onFault(state.fault);
    void tellState(state, { file: located.shown, took: performance.now() - started }, call);
  });
  // Beyond this machine there are no users to tell apart, so nobody writes.
  const isReadOnly = call.args.has('read-only') || !isLoopback(host);
  const rulebook = isReadOnly ? null : new RulebookFile(located.file, located.shown);
  const server = httpServer({
    live,
    page: new StaticFiles(page),
    manual: new Manual(fileURLToPath(new URL('docs/', installation))),
    file: located.shown,
    rulebook,
    host,
    language,
    meter: new Meter(),
    limit: isLoopback(host) ? null : new RateLimit(BURST, PER_SECOND, () => performance.now()),
    onFault,
  });
  const stop = async (): Promise<void> => {
    watch.stop();
    server.close();
    server.closeAllConnections();
    await live.close();
  };
  try {
    const taken = await listen(server, host, port, words);
    void live.refresh();
    return { address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A population that the rulebook does not have is a mistake of the command line; a rulebook that is broken is told later. */
async function refuseUnknown(workbook: Workbook, call: Call): Promise<void> {
  try {
    const reading = forRunning(await workbook.read());
    if (reading.model !== null && tally(reading).errors === 0) askedPopulation(reading.model, call);
  } catch (error) {
    if (error instanceof DataError) return;
    await workbook.close();
    throw error;
  }
}
