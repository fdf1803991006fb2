import type { PopulationReport, Report } from '@benchbook/engine';
import { paragraph, title, type Block } from '../../document/block.js';
import type { Words } from '../../language/words.js';

/** What the report is about: the rulebook, the population, and how the population was chosen. */
export function opening(report: Report, words: Words['report']): Block[] {
  const { rulebook } = report;
  const named = rulebook.label === null ? rulebook.name : `${rulebook.label} (${rulebook.name})`;
  const version = rulebook.version === null ? '' : ` · ${words.version(rulebook.version)}`;
  const day = rulebook.as_of === null ? '' : ` · ${words.asOf(rulebook.as_of)}`;
  return [
    title(named + version + day),
    paragraph(`${rulebook.file} · ${report.fingerprint.slice(0, 12)}`, 'quiet'),
    paragraph(populationLine(report.population, words)),
  ];
}

function populationLine(population: PopulationReport, words: Words['report']): string {
  const { cut, left_out: left } = population;
  const name = population.label === null ? population.name : `${population.label} (${population.name})`;
  return [
    words.population(name, population.size, population.of, population.source),
    ...(cut === null ? [] : [words.cut(cut.by, cut.display)]),
    ...(left.where > 0 ? [words.leftOutWhere(left.where)] : []),
    ...(left.unknown > 0 ? [words.leftOutUnknown(left.unknown)] : []),
    ...(left.below_cut > 0 ? [words.belowCut(left.below_cut)] : []),
    ...(cut !== null && cut.tied_out > 0 ? [words.tied(cut.tied_out)] : []),
  ].join('; ');
}
