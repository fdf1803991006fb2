import { numberIntoParam } from '../actions/give-name.js';
import type { Repair } from '../repairs.js';
import { textAt } from '../analysis.js';

/** The one number in a formula that a scenario means to change becomes a param, and the scenario changes that. */
export const nameChangedNumber: Repair = (analysis, { span }) => {
  const name = textAt(analysis, span);
  const owner = analysis.tree.declarations.find((one) => one.name?.text === name && !one.broken);
  const named = owner && numberIntoParam(analysis, owner);
  return named ? { title: named.title, edits: [...named.edits, { span, replacement: named.name }] } : null;
};
