import path from 'node:path';
import { nearest } from '../arguments/nearest.js';
import { WORKED_OUT } from '../arguments/option.js';
import { aboutLine } from '../charts/about.js';
import { chartsOf, type Chart } from '../charts/charts-of.js';
import { CHART_FORMATS, chartIn, type ChartFormat } from '../charts/forms.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { cell, type Block } from '../document/block.js';
import { say } from '../output/say.js';
import { writeAnswer } from '../output/write-answer.js';
import { placeOf, writeAtomically } from '../output/write-atomically.js';
import { madeAt } from '../publish/made-at.js';
import { isRules } from '../rulebook/find.js';
import { locate } from '../rulebook/locate.js';
import type { Call, Command } from './command.js';

/** `benchbook chart FILE ID --out FILE`: one chart as a file for wherever it is read; without an id the charts there are. */
export const chart: Command = {
  synopsis: '[FILE] [ID]',
  options: [
    { name: 'out', value: 'FILE', short: 'o' },
    { name: 'format', value: ['text', ...CHART_FORMATS, 'markdown'] },
    { name: 'theme', value: ['light', 'dark'] },
    { name: 'scale', value: ['1', '2'] },
    ...WORKED_OUT,
  ],
  run: async (call) => {
    const { args, environment, language, words } = call;
    const [file, id] = asked(call);
    const { charts, identity } = await chartsOf(await locate(file, call), call);
    if (id === null) {
      await writeAnswer(
        { schema: 'benchbook.charts/1', charts: charts.map(listed) },
        () => listing(charts, call),
        call,
      );
      return EXIT.ok;
    }
    const found = charts.find((one) => one.id === id);
    if (found === undefined) {
      const near = nearest(
        id,
        charts.map((one) => one.id),
      );
      throw new Failure(
        EXIT.usage,
        words.publish.noChart(id, near),
        charts.map((one) => one.id),
      );
    }
    const made = madeAt(environment.env);
    const under = [...args.texts('scenario'), ...args.texts('set')];
    const written = await chartIn(formatOf(call), found, {
      language,
      theme: args.text('theme') === 'dark' ? 'dark' : 'light',
      scale: args.text('scale') === '2' ? 2 : 1,
      about: aboutLine(identity, { made, under }, words),
      identity,
      made,
    });
    if (written === null) throw new Failure(EXIT.usage, words.publish.noPicture(id));
    const out = args.text('out');
    if (out === null) await environment.stdout.write(written);
    else {
      await writeAtomically(placeOf(out, environment.cwd), written, words);
      await say(environment, words.usage.written(out), 'quiet');
    }
    return EXIT.ok;
  },
};

/** The file, if the first word names one, and the id. */
function asked({ args, words }: Call): readonly [string | null, string | null] {
  const [first, second, surplus] = args.positionals;
  if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
  if (first === undefined) return [null, null];
  return isRules(first) || second !== undefined ? [first, second ?? null] : [null, first];
}

/** What `--format` says, else what the file is called, else SVG. */
function formatOf({ args }: Call): ChartFormat {
  const given =
    args.text('format') ??
    path
      .extname(args.text('out') ?? '')
      .slice(1)
      .toLowerCase();
  if (given === 'markdown') return 'md';
  return CHART_FORMATS.find((one) => one === given) ?? 'svg';
}

const listed = ({ id, show }: Chart) => ({ id, title: show.title, form: show.form });

const listing = (charts: readonly Chart[], { words }: Call): readonly Block[] => [
  {
    kind: 'table',
    columns: [{ label: words.publish.id }, { label: words.publish.chart }, { label: words.publish.form }],
    rows: charts.map(({ id, show }) => [cell(id, 'strong'), cell(show.title), cell(show.form)]),
  },
];
