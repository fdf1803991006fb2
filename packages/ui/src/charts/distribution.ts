import { axisX, axisY, dot, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import type { BenchmarkLine, Distribution, MetricReport } from '@benchbook/engine/results';
import { passingSide, tidyThreshold } from '../language/format.js';
import { emptyFigure, figure, type ChartOptions } from './figure.js';
import { axisNumber, draw, textWidth } from './plot.js';
import { axisFor } from './scale.js';

export interface DistributionData {
  readonly title: string | null;
  readonly name: string;
  readonly kind: MetricReport['kind'];
  readonly distribution: Distribution;
  readonly benchmarks: readonly BenchmarkLine[];
  /** Values marked by a line above the bars, each on a row of its own so that their labels cannot collide. */
  readonly marks: readonly { readonly name: 'median' | 'mean'; readonly value: number; readonly display: string }[];
  readonly zeroDisplay: string;
}

const ROW = 17;

/** How a metric is spread: its bins, zero apart on a logarithmic axis, with benchmark, median and mean labelled where they stand. */
export function distribution(data: DistributionData, options: ChartOptions): HTMLElement {
  const { words, format, width } = options;
  const { bins, zero, scale } = data.distribution;
  if (bins.length === 0 && zero === 0) return emptyFigure(data.title, words.emptyValues);

  const lines = benchmarkMarks(data.benchmarks, words);
  const axis = axisFor(data.distribution, [
    ...data.benchmarks.flatMap(endsOf),
    ...data.marks.map((mark) => mark.value),
  ]);
  const bars = [
    ...(axis.zero === null ? [] : [{ x1: axis.zero[0], x2: axis.zero[1], count: zero, isZero: true }]),
    ...bins.map((bin) => ({ x1: axis.place(bin.low), x2: axis.place(bin.high), count: bin.count, isZero: false })),
  ];
  const tallest = Math.max(...bars.map((bar) => bar.count), 1);
  const marked = [
    ...lines,
    ...data.marks.map((mark) => ({
      value: mark.value,
      label: `${words[mark.name]} ${mark.display}`,
      color: `var(--${mark.name})`,
      dash: mark.name === 'mean' ? '2 3' : null,
    })),
  ];
  const marginLeft = 48;
  const marginRight = 22;
  const reach = axis.domain[1] - axis.domain[0];
  // Rows from the left to the right value, labels that must turn left above them: so no line crosses another's label.
  const placed = marked
    .map((mark) => {
      const place = axis.place(mark.value);
      const room = (1 - (place - axis.domain[0]) / reach) * (width - marginLeft - marginRight);
      return { ...mark, place, toLeft: textWidth(mark.label) + 10 > room };
    })
    .sort((a, b) => Number(b.toLeft) - Number(a.toLeft) || a.place - b.place)
    .map((mark, row) => ({ ...mark, row }));
  const marginTop = placed.length * ROW + 6;
  const plain = data.benchmarks.flatMap(endsOf);
  const passBand =
    plain.length === 1 && lines[0] !== undefined ? passRange(data.benchmarks[0], axis.place, axis.domain) : null;
  const picture = draw({
    width,
    height: marginTop + 104 + 24,
    marginTop,
    marginRight,
    marginBottom: 24,
    marginLeft,
    x: { domain: [...axis.domain], label: null },
    y: { domain: [0, tallest], label: null },
    marks: [
      ...(passBand === null
        ? []
        : [rectY([passBand], { x1: 'x1', x2: 'x2', y1: 0, y2: tallest, fill: 'var(--pass-band)' })]),
      axisY({
        ticks: 3,
        tickFormat: (count: number) => (Number.isInteger(count) ? axisNumber('count', format)(count) : ''),
        tickSize: 0,
        label: null,
      }),
      ruleY([0], { stroke: 'var(--rule-strong)' }),
      rectY(bars, {
        x1: 'x1',
        x2: 'x2',
        y: 'count',
        fill: (bar: (typeof bars)[number]) => (bar.isZero ? 'var(--zero)' : 'var(--bar)'),
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      axisX({
        ticks: axis.ticks.map((tick) => axis.place(tick)),
        tickFormat: (_: number, index: number) => tickText(axis.ticks[index] ?? 0, data.kind, options),
        tickSize: 4,
        label: null,
      }),
      ...placed.flatMap((mark) => [
        ruleX([mark], {
          x: 'place',
          stroke: mark.color,
          strokeWidth: 1.5,
          insetTop: -(placed.length - mark.row) * ROW + 2,
          ...(mark.dash === null ? {} : { strokeDasharray: mark.dash }),
        }),
        dot([mark], {
          x: 'place',
          frameAnchor: 'top',
          dy: -(placed.length - mark.row) * ROW + 5,
          r: 2.5,
          fill: mark.color,
        }),
        text([mark], {
          x: 'place',
          frameAnchor: 'top',
          text: 'label',
          textAnchor: mark.toLeft ? 'end' : 'start',
          dx: mark.toLeft ? -7 : 7,
          dy: -(placed.length - mark.row) * ROW + 5,
          lineAnchor: 'middle',
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 4,
        }),
      ]),
      ...(axis.zero !== null && zero > 0 ? [zeroCount(axis.zero[1], zero, format.count(zero), zero === tallest)] : []),
    ],
  });
  const median = data.marks.find((mark) => mark.name === 'median')?.display ?? '–';
  const mean = data.marks.find((mark) => mark.name === 'mean')?.display ?? '–';
  return figure(
    {
      title: data.title,
      summary:
        words.distributionSummary(data.name, median, mean, data.zeroDisplay) +
        (scale === 'log' ? ` (${words.logarithmic})` : ''),
      picture,
      table: {
        columns: [words.from, words.to, words.count],
        rows: [
          ...(axis.zero === null ? [] : [[words.zero, '', format.count(zero)]]),
          ...bins.map((bin) => [
            format.value(bin.low, data.kind),
            format.value(bin.high, data.kind),
            format.count(bin.count),
          ]),
        ],
      },
    },
    options,
  );
}

/** The zeros are counted in words: their bar is narrow and often the tallest. */
function zeroCount(right: number, count: number, label: string, isTallest: boolean) {
  return text([label], {
    x: () => right,
    y: () => count,
    text: (shown: string) => shown,
    textAnchor: 'start',
    dx: 4,
    dy: isTallest ? 8 : -7,
    fill: 'var(--ink-2)',
    stroke: 'var(--surface)',
    strokeWidth: 3,
  });
}

/** Up to two lines are drawn with their own text; of more, the lowest and the highest, saying how many stand between. */
function benchmarkMarks(benchmarks: readonly BenchmarkLine[], words: ChartOptions['words']) {
  const byText = new Map(
    benchmarks.flatMap((line) => endsOf(line).map((value) => [value, tidyThreshold(line.text)] as const)),
  );
  const values = [...byText.entries()].sort(([a], [b]) => a - b);
  const shown = values.length <= 2 ? values : [values[0], values.at(-1)].filter((entry) => entry !== undefined);
  const hidden = values.length - shown.length;
  return shown.map(([value, text], index) => ({
    value,
    label: `${words.benchmark} ${text}${hidden > 0 && index === 1 ? ` (${words.otherBenchmarks(String(hidden))})` : ''}`,
    color: 'var(--benchmark)',
    dash: null,
  }));
}

function endsOf(line: BenchmarkLine): readonly number[] {
  return line.to === null ? [line.value] : [line.value, line.to];
}

/** The side of one bound on which values pass. */
function passRange(
  line: BenchmarkLine | undefined,
  place: (value: number) => number,
  domain: readonly [number, number],
) {
  if (line === undefined) return null;
  const at = place(line.value);
  const side = line.to === null ? passingSide(line.text) : null;
  if (side === null) return null;
  return side === 'above' ? { x1: at, x2: domain[1] } : { x1: domain[0], x2: at };
}

function tickText(value: number, kind: MetricReport['kind'], { format }: ChartOptions): string {
  if (kind === 'percent') return format.percent(value, Math.abs(value) < 0.01 && value !== 0 ? 2 : 0);
  return Math.abs(value) >= 10_000 ? format.short(value) : format.number(value, Math.abs(value) < 0.1 ? 4 : 1);
}
