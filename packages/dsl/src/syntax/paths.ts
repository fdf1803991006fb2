/** What a file calls another by its path: relative to its own folder. Null when that leads out of the project. */
export function pathFrom(file: string, written: string): string | null {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(written)) return null;
  const own = parts(file).slice(0, -1);
  const path: string[] = [];
  for (const part of [...own, ...parts(written)]) {
    if (part !== '..') path.push(part);
    else if (path.pop() === undefined) return null;
  }
  return /^[\\/]/.test(file) ? `/${path.join('/')}` : path.join('/');
}

const parts = (path: string): string[] => path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
