import type { CellFigure } from '../../notebook-types.js';
import type { Cell } from '../../database/database.js';
import type { LevelReport, ShowResult } from '../../results.js';
import type { Language } from '../../workbook-types.js';
import type { OpenCell } from '../run-notebook.js';
import type { QueryRows } from './sandbox.js';

const EMPTY = { en: 'no rows', zh: '没有行' } as const;
/** Characters of a text that are shown. */
const LONGEST = 300;

/** The rows of a query as a small table; its title is the comment that it begins with. */
export function queryFigure(
  cell: OpenCell,
  { names, types, rows }: QueryRows,
  levels: readonly LevelReport[],
  language: Language,
): CellFigure {
  const figure: ShowResult = {
    id: `query-${String(cell.line)}`,
    title: /^\s*--\s*(.+?)\s*$/m.exec(cell.text.split(/\bselect\b|\bfrom\b|\bwith\b/i)[0] ?? '')?.[1] ?? '',
    form: cell.info.form,
    file: cell.file,
    line: cell.line,
    columns: names.map((name, index) => ({ name, label: name, kind: kindOf(name, types[index] ?? '') })),
    rows: rows.map((row) => row.map(shown)),
    because: rows.length === 0 ? EMPTY[language] : null,
  };
  return { kind: 'figure', figure, levels };
}

/** A fraction that is called a share is shown as a percentage. */
const SHARE = /(^|_)share$/i;

function kindOf(name: string, type: string): ShowResult['columns'][number]['kind'] {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return 'count';
  if (!/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) return 'text';
  return SHARE.test(name) ? 'percent' : 'number';
}

function shown(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'object') return cut(`[${cell.map((one) => String(shown(one))).join(', ')}]`);
  return cut(String(cell));
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
