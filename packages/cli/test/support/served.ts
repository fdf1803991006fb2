import type { ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { project, start } from './benchbook.js';

/** A server in a process of its own, over a copy of the fixture project that a test may change. */
export interface Served {
  readonly address: string;
  /** The copy of the rulebook served. */
  readonly rulebook: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** Stops it as Ctrl-C does; gives the exit code. */
  stop(): Promise<number | null>;
}

export async function serveCopy({
  file = 'scenarios/coverage.bench',
  more = [],
}: { readonly file?: string; readonly more?: readonly string[] } = {}): Promise<Served> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-serve-'));
  await cp(project, folder, { recursive: true });
  const child = start(['serve', file, '--port', '0', ...more], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await firstAddress(child);
  return {
    address,
    rulebook: path.join(folder, file),
    folder,
    process: child,
    stop: async () => {
      child.kill('SIGINT');
      const code = await ended;
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** The address that the command prints when it listens. */
function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const address = /http:\/\/\S+\//.exec(stdout)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => {
      reject(new Error(`The server did not start: ${stdout}${stderr}`));
    });
  });
}
