import path from 'node:path';

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
}

interface Machine {
  readonly exists: (path: string) => boolean;
  readonly windows: boolean;
}

/** What starts the server: what the settings say, else the `benchbook` a folder has installed, else the one on the PATH. */
export function serverCommand(
  asked: readonly string[],
  folders: readonly string[],
  { exists, windows }: Machine,
): ServerCommand {
  const [command, ...args] = asked;
  if (command !== undefined && command !== '') return { command, args: [...args, 'lsp', '--stdio'] };
  const name = windows ? 'benchbook.cmd' : 'benchbook';
  const installed = folders.map((folder) => path.join(folder, 'node_modules', '.bin', name)).find(exists);
  return { command: installed ?? 'benchbook', args: ['lsp', '--stdio'] };
}
