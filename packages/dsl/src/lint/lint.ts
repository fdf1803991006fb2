import type { CheckResult } from '../check/check.js';
import { link } from '../syntax/program.js';
import type { Program } from '../syntax/program.js';
import type { Tree } from '../syntax/tree.js';
import { withoutAllowed } from './allowed.js';
import type { LintFinding } from './rule.js';
import { RULES } from './rules.js';
import { Subject } from './subject.js';

/**
 * Looks at the style of the file asked for, by place. Never throws.
 *
 * @param checked what the checker made of the same tree or program
 */
export function lint(read: Tree | Program, checked: Pick<CheckResult, 'model' | 'uses'>): readonly LintFinding[] {
  const program = 'files' in read ? read : link(read);
  const subject = new Subject(program, checked);
  const found = RULES.flatMap((rule) => rule.look(subject));
  return withoutAllowed(found, subject.tree).sort(
    (a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code),
  );
}

/** The text with the repairs of these findings made; of two that touch the same place the first is. */
export function repaired(text: string, findings: readonly LintFinding[]): string {
  const edits = findings.map((one) => one.edits).filter((some) => some.length > 0);
  const taken: { readonly start: number; readonly end: number; readonly replacement: string }[] = [];
  for (const some of edits) {
    const flat = some.map(({ span, replacement }) => ({ ...span, replacement }));
    if (flat.every((edit) => taken.every((other) => edit.end < other.start || edit.start > other.end)))
      taken.push(...flat);
  }
  return taken
    .sort((a, b) => b.start - a.start)
    .reduce((out, { start, end, replacement }) => out.slice(0, start) + replacement + out.slice(end), text);
}
