import type { CellInfo } from '../notebook-types.js';
import type { ShowResult } from '../results.js';

const FORMS: ReadonlySet<string> = new Set<ShowResult['form']>([
  'bars',
  'table',
  'heatmap',
  'distribution',
  'matrix',
  'scatter',
  'line',
  'fan',
  'gantt',
]);
const isForm = (word: string): word is ShowResult['form'] => FORMS.has(word);

/** Reads the words after a fence's language. Words that mean nothing here are other programs' and are left alone. */
export function cellInfo(words: string): CellInfo {
  const said = words.split(/\s+/);
  const after = (word: string): string | null => {
    const at = said.indexOf(word);
    return at < 0 ? null : (said[at + 1] ?? null);
  };
  const form = after('as') ?? '';
  return {
    hidden: said.includes('hidden'),
    under: after('under'),
    form: isForm(form) ? form : 'table',
    into: after('into'),
  };
}
