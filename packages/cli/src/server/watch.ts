import { watch as watchFolder, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';

/** A burst of events (a save is often three) counts as one change. */
const QUIET_MS = 60;
/** Network folders and containers send no events: the files are looked at this often as well. */
const LOOK_MS = 500;

export interface Watch {
  /** Watches these files from now on; those it followed before keep what was last seen of them. */
  follow(files: readonly string[]): Promise<void>;
  stop(): void;
}

/**
 * Calls back after one of the files has changed, appeared or gone. Folders are watched and not files, so that a file
 * which an editor replaces by another of its name is followed too.
 */
export function watchFiles(onChange: () => void): Watch {
  const seen = new Map<string, string>();
  const folders = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const look = async (): Promise<void> => {
    const now = await Promise.all([...seen.keys()].map(async (file) => [file, await stamp(file)] as const));
    const changed = now.filter(([file, value]) => seen.has(file) && seen.get(file) !== value);
    for (const [file, value] of changed) seen.set(file, value);
    if (changed.length > 0 && !stopped) onChange();
  };
  const close = (folder: string): void => {
    folders.get(folder)?.close();
    folders.delete(folder);
  };
  const open = (folder: string): void => {
    try {
      const watcher = watchFolder(folder, { persistent: false }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => void look(), QUIET_MS);
      });
      watcher.on('error', () => {
        close(folder);
      });
      folders.set(folder, watcher);
    } catch {
      // The folder is gone or cannot be watched: the regular look finds its changes.
    }
  };
  const polling = setInterval(() => void look(), LOOK_MS);
  polling.unref();

  return {
    follow: async (files) => {
      const wanted = new Set(files.map((file) => path.dirname(file)));
      for (const folder of [...folders.keys()]) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) if (!folders.has(folder) && !stopped) open(folder);
      for (const file of [...seen.keys()]) if (!files.includes(file)) seen.delete(file);
      for (const file of files) if (!seen.has(file)) seen.set(file, await stamp(file));
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(polling);
      for (const folder of [...folders.keys()]) close(folder);
    },
  };
}

/** Differs when the file's content may: another time, size or file of this name. */
async function stamp(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  return found === null ? 'none' : `${found.mtimeMs}/${found.size}/${found.ino}`;
}
