import type { Report } from '@benchbook/engine';
import { cell, heading, list, type Block } from '../../document/block.js';
import type { Words } from '../../language/words.js';
import { noticeLine } from '../../output/notice-line.js';
import type { Tone } from '../../terminal/paint.js';

const TONES: Readonly<Record<Report['notices'][number]['severity'], Tone | undefined>> = {
  error: 'bad',
  warning: 'warn',
  note: undefined,
};

export function notices(report: Report, words: Words['report']): Block[] {
  if (report.notices.length === 0) return [];
  return [
    heading(words.notices),
    list(report.notices.map((notice) => cell(noticeLine(notice, words), TONES[notice.severity]))),
  ];
}
