import { NO_ENTRIES, numberIndex, valueAt, writtenNumber, type Input, type Model, type Quantity } from '@benchbook/dsl';
import { notice, toNotice } from '../notices/notice.js';
import type { StillControl } from '../notices/notebook-notices.js';
import type { CellResult, Control } from '../notebook-types.js';
import type { WhatIf } from '../what-if-types.js';
import { setPlace } from '../scenario/set-place.js';
import { figureOf } from './census.js';
import type { Judged, Runs } from './runs.js';
import { wordsOf } from './words.js';

interface Position {
  readonly text: string;
  readonly current: boolean;
  readonly answer: WhatIf;
}

/** A number that a reader may move: every position is one what-if, told by its counts. */
export async function controlResult(input: Input, runs: Runs, under: string | null): Promise<CellResult> {
  const words = wordsOf(runs.language);
  const judged = await runs.judged(under, null);
  const { model, report } = judged;
  const standing = standsAt(model, input);
  const positions: Position[] = [];
  for (const point of input.points) {
    const answer = await runs.workbook.whatIf(model, setPlace(input.place, point.value, input.line), {
      language: runs.language,
      ...runs.stopped,
    });
    positions.push({ text: writtenNumber(point.value, point.unit), current: standing(point), answer });
  }
  const [level] = report.level_details;
  const labels = level === undefined ? [] : [...level.labels.map(({ label }) => label), ...UNKNOWN];
  const rows = positions.flatMap(({ text, answer }) =>
    labels.flatMap((label) => {
      const count = answer.whole.levels[level?.name ?? '']?.[label] ?? 0;
      return count === 0 && label === 'unknown' ? [] : [[text, label === 'unknown' ? words.unknown : label, count]];
    }),
  );
  const title = input.label ?? input.place.text;
  const control: Control = {
    id: input.name,
    title,
    path: input.place.text,
    positions: positions.map(({ text, current, answer }) => ({ text, current, moved: movedIn(answer) })),
    figure: figureOf(
      {
        id: input.name,
        title,
        form: 'bars',
        file: model.file,
        line: input.line,
        columns: [
          { name: 'setting', label: input.place.text, kind: 'text' },
          { name: level?.name ?? 'level', label: level?.label ?? words.level, kind: 'text' },
          { name: 'count', label: words.count, kind: 'count' },
        ],
        rows,
      },
      level === undefined ? [] : [level],
    ),
    because: still(input, positions, judged, runs),
  };
  return { kind: 'control', control };
}

/** Reports count those of an unknown level under this word. */
const UNKNOWN = ['unknown'] as const;

/** Whether all numbers of the place stand at a point as the rules are. */
function standsAt(model: Model, { place }: Input): (point: Quantity) => boolean {
  const index = numberIndex(model.scenario?.base ?? model);
  const entries = model.scenario?.entries ?? NO_ENTRIES;
  const values = place.paths.map((path) => valueAt(index, entries, path));
  return ({ value }) => values.every((one) => one?.eq(value) === true);
}

const movedIn = ({ flows }: WhatIf): number =>
  (flows ?? []).reduce((sum, { cause, count }) => sum + (cause === null ? 0 : count), 0);

/** Why no position moves anybody. */
function still(
  { place, line }: Input,
  positions: readonly Position[],
  { model, report }: Judged,
  runs: Runs,
): Control['because'] {
  if (positions.some(({ answer }) => movedIn(answer) > 0)) return null;
  const because = (why: StillControl): Control['because'] =>
    toNotice(notice('R354', why, { file: model.file, line }), runs.language);
  const path = place.text;
  if (report.level_details.length === 0) return because({ kind: 'no level', path });
  const [declared = ''] = path.split(/[.[]/);
  if (model.scores.some(({ name }) => name === declared)) return because({ kind: 'order only', path, score: declared });
  const judgements = new Set(positions.map(({ answer }) => JSON.stringify(answer.whole.metrics)));
  return because({ kind: judgements.size > 1 ? 'outvoted' : 'nobody between', path });
}
