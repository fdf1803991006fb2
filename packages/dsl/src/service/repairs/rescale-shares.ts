import Big from 'big.js';
import { rescaled } from '../../model/rescale.js';
import { textAt } from '../analysis.js';
import type { Repair } from '../repairs.js';
import { words } from '../words.js';

/** Shares that do not come to 100% keep their proportions and do. */
export const rescaleShares: Repair = (analysis, { related }) => {
  const written = related.map((span) =>
    /^(\d[\d_]*(?:\.\d+)?)%$/.exec(textAt(analysis, span))?.[1]?.replaceAll('_', ''),
  );
  const known = written.flatMap((text) => (text === undefined ? [] : [text]));
  if (known.length < written.length) return null;
  const digits = Math.max(0, ...known.map((text) => text.split('.')[1]?.length ?? 0));
  const parts = rescaled(
    known.map((text) => new Big(text)),
    digits,
  );
  if (parts === null) return null;
  const texts = parts.map((part) => `${part.toFixed()}%`);
  const edits = related.map((span, index) => ({ span, replacement: texts[index] ?? '' }));
  return { title: words(analysis).rescale(texts.join(', ')), edits };
};
