import type { RankedEntity, Report } from '@benchbook/engine';
import { cell, heading, type Block, type TableColumn } from '../../document/block.js';
import { count } from '../../document/figures.js';
import type { Words } from '../../language/words.js';

/** Without a score there is no place, only an end of the list. */
function rankOf({ rank, score }: RankedEntity, { scores }: Report): string | null {
  return score === null && scores.length > 0 ? null : count(rank);
}

interface RankingColumn extends TableColumn {
  readonly text: (entity: RankedEntity) => string | null;
  /** Left out when nobody has a value. */
  readonly optional: boolean;
}

/** The ranking, as far as the report has it: who, how they stand, and why. */
export function ranking(report: Report, words: Words['report']): Block[] {
  const listed = report.ranking;
  if (listed.length === 0) return [];
  const all: readonly RankingColumn[] = [
    { label: words.rank, align: 'right', optional: false, text: (entity) => rankOf(entity, report) },
    { label: words.name, flexible: true, optional: true, text: (entity) => entity.name },
    { label: words.key, optional: false, text: (entity) => entity.key },
    { label: words.industry, optional: true, text: (entity) => entity.industry },
    { label: words.level, optional: true, text: (entity) => entity.level },
    {
      label: words.points,
      align: 'right',
      optional: true,
      text: (entity) => (entity.score === null ? null : entity.score_display),
    },
    { label: words.because, flexible: true, optional: true, text: (entity) => entity.because },
  ];
  const columns = all.filter((column) => !column.optional || listed.some((entity) => column.text(entity) !== null));
  return [
    heading(words.top(listed.length, report.population.size)),
    {
      kind: 'table',
      columns,
      rows: listed.map((entity) => columns.map((column) => cell(column.text(entity) ?? words.none))),
    },
  ];
}
