/** A lock file, so that two runs in one checkout take turns. It holds the owner's process id and is kept fresh. */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const freshEvery = 5_000;
/** A lock nobody has touched for so long was left behind, whatever process has its number now. */
const staleAfter = 60_000;

/**
 * Runs `work` while holding the lock.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} onWait called once if another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  await acquire(file, onWait);
  const release = () => rmSync(file, { force: true });
  const keepFresh = setInterval(() => utimesSync(file, new Date(), new Date()), freshEvery);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(keepFresh);
    process.off('exit', release);
    release();
  }
}

async function acquire(file, onWait) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = false; !take(file); waited = true) {
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!waited) onWait();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Whether the lock's owner is gone. */
export function isAbandoned(file, now = Date.now()) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (now - stats.mtimeMs > staleAfter) return true;
  const owner = Number(readFileSync(file, 'utf8'));
  return owner > 0 && !isRunning(owner);
}

function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
