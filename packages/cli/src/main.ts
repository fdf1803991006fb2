import { cli } from './cli.js';
import type { Environment, Output } from './environment.js';

/** A standard stream as an Output. A reader that has gone away (`benchbook run | head`) ends the command without a word. */
function output(stream: NodeJS.WriteStream, columns: number | null): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : columns,
    write: (chunk) =>
      new Promise((resolve) => {
        stream.write(chunk, () => {
          resolve();
        });
      }),
  };
}

/** Keys as they are pressed; none where nobody sits at a terminal. Ctrl-C comes as a key too, and is passed on. */
function keys(onKey: (key: string) => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => undefined;
  const listen = (chunk: Buffer): void => {
    for (const key of chunk.toString('utf8')) onKey(key);
  };
  stdin.setRawMode(true);
  stdin.on('data', listen);
  return () => {
    stdin.off('data', listen);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

const stop = new AbortController();
const asked = Number(process.env.COLUMNS);
const columns = Number.isInteger(asked) && asked > 0 ? asked : null;

const environment: Environment = {
  args: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdin: () => process.stdin,
  stdout: output(process.stdout, columns),
  stderr: output(process.stderr, columns),
  openWorkbook: async (options) => (await import('@benchbook/engine')).openWorkbook(options),
  keys,
  stopped: stop.signal,
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort();
    // A command that does not listen, or hangs in a native call, still ends within a second.
    setTimeout(() => process.exit(signal === 'SIGINT' ? 130 : 143), 900).unref();
  });
}

process.exitCode = await cli(environment);
