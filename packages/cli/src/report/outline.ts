import type { Report } from '@benchbook/engine';
import type { Block } from '../document/block.js';
import type { Words } from '../language/words.js';
import type { LevelReadings } from './readings.js';
import { census } from './sections/census.js';
import { checks } from './sections/checks.js';
import { data } from './sections/data.js';
import { metrics } from './sections/metrics.js';
import { notices } from './sections/notices.js';
import { opening } from './sections/opening.js';
import { ranking } from './sections/ranking.js';
import { scenario } from './sections/scenario.js';
import { scores } from './sections/scores.js';
import { shows } from './sections/shows.js';
import { targets } from './sections/targets.js';

export interface OutlineOptions {
  readonly words: Words;
  readonly readings: LevelReadings;
}

/** A report as blocks, in reading order: what it is about, what came out, why to trust it. */
export function outline(report: Report, options: OutlineOptions): Block[] {
  const words = options.words.report;
  return [
    ...opening(report, words),
    ...scenario(report, words),
    ...data(report, words),
    ...census(report, options.readings, words),
    ...metrics(report, words),
    ...scores(report, words),
    ...targets(report, words),
    ...checks(report, words),
    ...shows(report, words),
    ...ranking(report, words),
    ...notices(report, words),
  ];
}
