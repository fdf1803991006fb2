import type { Explanation } from '@benchbook/engine';
import { heading, paragraph, type Block } from '../../document/block.js';
import type { Words } from '../../language/words.js';
import { ruleTable } from './rules.js';

/** One level: the label, the counts it was decided by, and the row that decided. */
export function levelBlocks(level: Explanation['levels'][number], words: Words): Block[] {
  const { explain, report } = words;
  return [
    heading(explain.level(level.label ?? level.name, level.value ?? report.unknown)),
    paragraph(
      [
        explain.counts(level.failed, level.passed, level.unknown),
        ...(level.because === null ? [] : [level.because]),
      ].join(' · '),
    ),
    ...(level.value === null ? [paragraph(explain.undecided, 'warn')] : []),
    ...ruleTable(level.rule === null ? [] : [level.rule], words),
  ];
}
