import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../..');
const bin = path.join(cli, 'bin/benchbook.js');

/** The fixture project: one rulebook under scenarios/, others beside it. */
export const project = path.resolve(import.meta.dirname, '../fixtures/project');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

refuseNoBuild();

/** Starts the command as a person would: another process, in the fixture project, in English. */
export function start(args: readonly string[], { cwd = project, env = {} }: Surroundings = {}): ChildProcess {
  return spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command to its end. */
export async function benchbook(args: readonly string[], surroundings: Surroundings = {}): Promise<Finished> {
  const child = start(args, surroundings);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout: await stdout, stderr: await stderr };
}

async function collect(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** These tests run what was built; `npm test` builds first. */
function refuseNoBuild(): void {
  if (!existsSync(path.join(cli, 'dist/main.js'))) throw new Error('packages/cli has not been built: npm run build');
}
