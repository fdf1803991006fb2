import type { Workbook } from '@benchbook/engine';
import type { Environment, Output } from '../../src/environment.js';

/** An output that keeps what is written. */
class Memory implements Output {
  readonly isTerminal = false;
  readonly columns = null;
  text = '';

  write(chunk: string | Uint8Array): Promise<void> {
    this.text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    return Promise.resolve();
  }
}

/** Surroundings in memory, for what a real process cannot be made to go through at will. */
export function memoryEnvironment(
  args: readonly string[],
  parts: { readonly cwd: string; readonly openWorkbook: () => Promise<Workbook>; readonly stopped?: AbortSignal },
) {
  const [stdout, stderr] = [new Memory(), new Memory()];
  const environment: Environment = {
    args,
    env: {},
    cwd: parts.cwd,
    async *stdin() {},
    stdout,
    stderr,
    openWorkbook: parts.openWorkbook,
    keys: () => () => undefined,
    stopped: parts.stopped ?? new AbortController().signal,
  };
  return { environment, stdout, stderr };
}
