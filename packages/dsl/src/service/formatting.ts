import type { Fix } from '../diagnostics/diagnostic.js';
import { formatEdits } from '../format/format.js';
import type { Span } from '../text/span.js';
import type { Analysis } from './analysis.js';

/** What brings the file, or the declarations that a stretch touches, into the one canonical form. */
export const formatting = ({ tree }: Analysis, within?: Span): readonly Fix[] => formatEdits(tree, within);
