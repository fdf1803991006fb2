import { OPENING, RUNNING } from '../arguments/option.js';
import type { Environment } from '../environment.js';
import { EXIT } from '../exit-codes.js';
import { say } from '../output/say.js';
import { locate } from '../rulebook/locate.js';
import { isLoopback } from '../server/hosts.js';
import { openPage } from '../server/open-page.js';
import { pageFolder } from '../server/page-folder.js';
import { startServer } from '../server/start-server.js';
import { onlyFile, type Call, type Command } from './command.js';
import { inspect } from 'node:util';

/** `benchbook serve FILE`: the workbench in the browser, until the process is asked to stop. */
export const serve: Command = {
  synopsis: '[FILE]',
  options: [
    { name: 'port', value: 'N' },
    { name: 'host', value: 'ADDRESS' },
    { name: 'open', value: null },
    { name: 'no-open', value: null },
    { name: 'read-only', value: null },
    { name: 'population', value: 'NAME' },
    ...OPENING,
    ...RUNNING,
  ],
  run: async (call) => {
    const { environment, words, args } = call;
    const port = args.whole('port', 0, 65_535);
    const host = args.text('host') ?? '127.0.0.1';
    const located = await locate(onlyFile(call), call);
    const server = await startServer({ call, located, host, port, page: pageFolder(), onFault: faultTeller(call) });
    if (!isLoopback(host)) await say(environment, words.server.exposed(host), 'warn');
    await environment.stdout.write(`${words.server.serving(located.shown, server.address)}\n`);
    await say(environment, words.server.stop, 'quiet');
    if (args.has('open') && !args.has('no-open')) openPage(server.address);
    await whenStopped(environment);
    await server.stop();
    return EXIT.ok;
  },
};

function whenStopped({ stopped }: Environment): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) resolve();
    stopped.addEventListener('abort', () => {
      resolve();
    });
  });
}

function faultTeller(call: Call): (error: unknown) => void {
  const { environment, words } = call;
  return (error) => {
    const why = error instanceof Error ? error.message : String(error);
    void say(environment, words.usage.internal(why), 'bad');
    if (call.args.has('debug')) void environment.stderr.write(`${inspect(error)}\n`);
  };
}
