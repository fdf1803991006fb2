import type { Condition, DecisionTable } from '../../model/decision-table.js';
import type { Declared } from '../../model/model.js';
import type { CodeAction, Offer } from '../actions.js';
import { isOwn } from '../analysis.js';
import type { Analysis } from '../analysis.js';
import { words } from '../words.js';
import { touches } from './at.js';

/** The rows a table may lack: one for values that are missing, one for all others. */
export const addRows: Offer = (analysis, within) => {
  const { model } = analysis;
  const tables = [...(model?.benchmarks ?? []), ...(model?.bands ?? []), ...(model?.lookups ?? [])];
  const found = [...tables, ...(model?.contexts ?? [])].find(
    (one) => isOwn(analysis, one.span) && touches(one.span, within),
  );
  return found ? offered(analysis, found) : [];
};

function offered(analysis: Analysis, { table }: Declared & { readonly table: DecisionTable<unknown> }): CodeAction[] {
  const inputs = table.inputs.length;
  const row = table.rows.at(-1);
  if (inputs === 0 || row === undefined) return [];
  const has = (kind: Condition['kind']): boolean =>
    table.rows.some(({ conditions: [first] }) => first?.kind === kind || first?.kind === 'any');
  const told = words(analysis);
  const end = analysis.tree.lines.lineEnd(analysis.tree.lines.line(row.span.start));
  const start = analysis.tree.lines.lineStart(analysis.tree.lines.line(row.span.start));
  const indent = /^\s*/.exec(analysis.tree.text.slice(start, end))?.[0] ?? '';
  const add = (word: string, title: string): CodeAction => {
    const cells = [word, ...Array<string>(inputs - 1 + table.outputs.length).fill('-')];
    const edits = [{ span: { start: end, end }, replacement: `\n${indent}| ${cells.join(' | ')} |` }];
    return { title, edits, kind: 'change', code: null };
  };
  return [
    ...(has('missing') ? [] : [add('missing', told.addMissingRow)]),
    ...(has('else') ? [] : [add('else', told.addElseRow)]),
  ];
}
