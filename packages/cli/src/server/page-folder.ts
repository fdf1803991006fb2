import path from 'node:path';
import { createRequire } from 'node:module';

/** Where the built page lies; it need not have been built. */
export function pageFolder(): string {
  const require = createRequire(import.meta.url);
  return path.join(path.dirname(require.resolve('@benchbook/ui/package.json')), 'dist', 'app');
}
