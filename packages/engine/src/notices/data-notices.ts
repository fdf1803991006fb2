import type { Catalogue } from './catalogue.js';
import { fileNotices, type FileNotices } from './file-notices.js';
import { rowNotices, type RowNotices } from './row-notices.js';

/** What each `D2xx` sentence needs to know: files and columns are D20x and D21x, rows and cells D23x and above. */
export type DataNotices = FileNotices & RowNotices;

/** What loading has to say. Each code has a page docs/diagnostics/CODE.md. */
export const dataNotices: Catalogue<DataNotices> = { ...fileNotices, ...rowNotices };
