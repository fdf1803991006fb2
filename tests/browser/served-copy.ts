import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const rulebook = 'scenarios/coverage/coverage.bench';

/** The product as `npm start` serves it, over a copy of the sample that a test may change. */
export interface ServedCopy {
  readonly address: string;
  /** The copy of the rulebook. */
  readonly file: string;
  stop(): Promise<void>;
}

export async function serveCopy(): Promise<ServedCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-page-'));
  for (const part of ['scenarios', 'data/coverage'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  const command = path.join(root, 'packages/cli/bin/benchbook.js');
  const server = spawn(process.execPath, [command, 'serve', rulebook, '--port', '0'], { cwd: folder });
  return {
    address: await addressOf(server),
    file: path.join(folder, rulebook),
    stop: async () => {
      server.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/\S+\//.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', () => {
      reject(new Error(`The server did not start: ${said}`));
    });
  });
}
