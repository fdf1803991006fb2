import type { Tree } from '../syntax/tree.js';
import { sliceOf } from '../text/files.js';
import type { Span } from '../text/span.js';
import type { LintFinding } from './rule.js';

const ALLOW = /^[#＃]+\s*lint:\s*allow\s+(L\d{3}(?:\s*[,，、]\s*L\d{3})*)(\s+in this file)?/;

/**
 * Leaves out what the author allows: `# lint: allow L104` above a declaration, in it or behind one of its lines holds for
 * that declaration; with `in this file` behind it, for the whole file.
 */
export function withoutAllowed(findings: readonly LintFinding[], tree: Tree): LintFinding[] {
  const allowed = allowances(tree);
  return findings.filter(
    ({ code, span }) => !allowed.some((one) => one.codes.has(code) && one.from <= span.start && span.start < one.to),
  );
}

interface Allowance {
  readonly codes: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

function allowances(tree: Tree): Allowance[] {
  return tree.parts.flatMap(({ lines }) => {
    const part = { from: lines[0]?.start ?? 0, to: (lines.at(-1)?.end ?? 0) + 1 };
    return lines.flatMap((line): Allowance[] => {
      const isComment = line.kind === 'comment' || line.kind === 'doc';
      const comment: Span | null = isComment ? { start: line.textStart, end: line.end } : line.comment;
      const found = comment && ALLOW.exec(sliceOf(tree, comment).trim());
      if (!found) return [];
      const codes = new Set(found[1]?.match(/L\d{3}/g) ?? []);
      return [{ codes, ...(found[2] === undefined ? part : { from: 0, to: Infinity }) }];
    });
  });
}
