/** Running other programs: quietly, with their output kept for the case that they fail; or in the foreground. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export class ToolFailure extends Error {
  /** @param {string} output everything the tool printed */
  constructor(command, output, outcome) {
    super(`${command} ${outcome}`);
    this.output = output;
  }
}

/** Runs a program to its end and returns what it printed; throws ToolFailure unless it exits with 0. */
export function tool(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString();
    const line = [path.basename(command), ...args].join(' ');
    child.on('error', (error) => reject(new ToolFailure(line, output(), `could not be started: ${error.message}`)));
    child.on('close', (code, signal) =>
      code === 0
        ? resolve(output())
        : reject(new ToolFailure(line, output(), `ended with ${signal ?? `code ${code}`}`)),
    );
  });
}

/** Runs a program on this terminal and returns its exit code; an interrupt is passed on to it. */
export function foreground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** The command that runs `npx`, without a shell wherever npm's own files can be found. */
export function npx(args) {
  const beside = (file) => path.join(path.dirname(file), 'npx-cli.js');
  const places = [
    process.env.npm_execpath && beside(process.env.npm_execpath),
    beside(path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')),
    beside(path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')),
  ];
  const cli = places.find((place) => place && existsSync(place));
  if (cli !== undefined) return { command: process.execPath, args: [cli, ...args], options: {} };
  return { command: 'npx', args, options: { shell: process.platform === 'win32' } };
}
