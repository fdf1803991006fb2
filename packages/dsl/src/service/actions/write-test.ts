import type { Offer } from '../actions.js';
import { rulesAround } from '../analysis.js';
import { words } from '../words.js';
import { declarationAt } from './at.js';

/** A test at the end of the file, or of the cell, that holds how many have each label, as the last run counted them. */
export const writeTest: Offer = (analysis, within) => {
  const declaration = declarationAt(analysis, within);
  const level = analysis.model?.levels.find(({ name }) => name === declaration?.name?.text);
  if (declaration?.noun !== 'level' || level === undefined) return [];
  const counted = analysis.facts?.labels[level.name];
  const end = rulesAround(analysis, declaration.span.start)?.end ?? declaration.span.end;
  const text = analysis.tree.text.slice(0, end);
  const lines = level.labels.map((label) => {
    const said = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(label) ? label : `"${label}"`;
    return `  expect count(${level.name} = ${said}) = ${counted?.[label] ?? 0}\n`;
  });
  const gap = text === '' || text.endsWith('\n') ? '\n' : '\n\n';
  const replacement = `${gap}test "${level.name}" on data\n${lines.join('')}`;
  const edits = [{ span: { start: end, end }, replacement }];
  return [{ title: words(analysis).writeTest(level.name), edits, kind: 'change', code: null }];
};
