import type { LintRule } from './rule.js';
import { bareNumber } from './rules/bare-number.js';
import { asksNothing, beyondAll, rowLikeElse } from './rules/benchmark-rows.js';
import { cellSigns } from './rules/cell-signs.js';
import { nothingToDivide } from './rules/division.js';
import { emptyText } from './rules/empty-text.js';
import { noLabel, untranslated } from './rules/labels.js';
import { pointsInOrder, rowsInOrder, untested } from './rules/levels.js';
import { leftToDo, longLine } from './rules/lines.js';
import { noDoc, noUnit } from './rules/metric-says-what.js';
import { nameStyle } from './rules/names.js';
import { repeatedList, repeatedParam } from './rules/repeated-list.js';
import { weightless } from './rules/scores.js';
import { sameEverywhere } from './rules/thresholds.js';
import { saidTwice } from './rules/twice.js';
import { noCitation, noDay } from './rules/undated.js';
import { noTests, noVersion } from './rules/whole-file.js';

/** Every rule of style there is, by its stable code. Each has a page docs/lint/CODE.md. */
export const RULES: readonly LintRule[] = [
  bareNumber,
  repeatedParam,
  repeatedList,
  noUnit,
  noLabel,
  untranslated,
  noDoc,
  noVersion,
  noDay,
  noCitation,
  rowLikeElse,
  sameEverywhere,
  asksNothing,
  beyondAll,
  cellSigns,
  weightless,
  pointsInOrder,
  rowsInOrder,
  untested,
  noTests,
  leftToDo,
  longLine,
  nameStyle,
  emptyText,
  nothingToDivide,
  saidTwice,
];
