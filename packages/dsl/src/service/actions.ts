import type { Span } from '../text/span.js';
import type { Analysis } from './analysis.js';
import { giveName } from './actions/give-name.js';
import { quickFixes } from './actions/quick-fixes.js';
import { stateUnit } from './actions/state-unit.js';
import { addRows } from './actions/add-rows.js';
import { writeTest } from './actions/write-test.js';
import type { Edits } from './findings.js';

/** Something the editor offers to do. A `fix` mends a finding, whose code it names; a `change` rewrites what is right. */
export interface CodeAction extends Edits {
  readonly kind: 'fix' | 'change';
  /** The finding it mends; null for a change. */
  readonly code: string | null;
}

/** A maker of actions for a stretch of the text: one a file, in the order in which they are offered. */
export type Offer = (analysis: Analysis, within: Span) => readonly CodeAction[];

const OFFERS: readonly Offer[] = [quickFixes, giveName, addRows, stateUnit, writeTest];

/** What can be done about a stretch of the text, or at the cursor; a change that is offered as a fix is offered once. */
export function actionsAt(analysis: Analysis, within: Span): readonly CodeAction[] {
  const all = OFFERS.flatMap((offer) => offer(analysis, within));
  const fixes = new Set(all.flatMap(({ kind, title }) => (kind === 'fix' ? [title] : [])));
  return all.filter(({ kind, title }) => kind === 'fix' || !fixes.has(title));
}
