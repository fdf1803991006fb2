import { clauseOf } from '../../syntax/clauses.js';
import type { Offer } from '../actions.js';
import { words } from '../words.js';
import { declarationAt } from './at.js';

/** A metric that does not say its unit is given the one its formula has. */
export const stateUnit: Offer = (analysis, within) => {
  const declaration = declarationAt(analysis, within);
  const metric = analysis.model?.metrics.find(({ name }) => name === declaration?.name?.text);
  const formula = declaration?.noun === 'metric' ? clauseOf(declaration, 'formula') : undefined;
  if (!declaration || !metric || !formula || clauseOf(declaration, 'in')) return [];
  const unit = metric.unit.text;
  if (!/^[\p{L}_ ]+$/u.test(unit)) return [];
  const { lines, text } = analysis.tree;
  const before = text.slice(lines.lineStart(lines.line(formula.span.start)), formula.span.start).trim();
  // On a line of its own the formula stays there: the unit goes to the end of what is above it.
  const end =
    before === '' ? text.slice(0, formula.span.start).replace(/\s*(?:#[^\n]*)?\s*$/, '').length : formula.span.start;
  const replacement = before === '' ? ` in ${unit}` : `in ${unit} `;
  const edits = [{ span: { start: end, end }, replacement }];
  return [{ title: words(analysis).addUnit(unit), edits, kind: 'change', code: null }];
};
