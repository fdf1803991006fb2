import type { Model, Span } from '@benchbook/dsl';
import { whereOf } from '../notices/where.js';
import type { CellResult, Statement } from '../notebook-types.js';
import type {
  Clash,
  Fan,
  ModelResult,
  NamedOutcome,
  OptimisationResult,
  PhaseResult,
  PlanResult,
  SimulationResult,
} from '../planning-types.js';
import type { ShowResult } from '../results.js';
import { figureOf } from './census.js';
import type { OpenCell } from './run-notebook.js';
import type { Runs } from './runs.js';
import { wordsOf, type Words } from './words.js';

interface Placed {
  readonly at: number;
  readonly results: readonly CellResult[];
}

type Columns = ShowResult['columns'];

/** What is proved is never shown as nothing. */
const LEAST_GAP = 1e-6;

const text = (name: string, label: string): Columns[number] => ({ name, label, kind: 'text' });
const title = ({ name, label }: { readonly name: string; readonly label: string | null }): string => label ?? name;

/** What stands under a cell that declares parts of a plan: what each comes to, and what in it does not fit together. */
export async function planResults(cell: OpenCell, runs: Runs, under: string | null): Promise<readonly Placed[]> {
  const model = runs.model(under);
  const inCell = (one: { readonly span: Span }): boolean =>
    cell.span.start <= one.span.start && one.span.end <= cell.span.end;
  const { planning } = model;
  const { models, phases, actions, simulations, optimisations, requirements } = planning;
  const declared = [...models, ...phases, ...actions, ...simulations, ...optimisations, ...requirements].filter(inCell);
  if (declared.length === 0) return [];
  const plan = await runs.planned(under);
  const words = wordsOf(runs.language);
  const placed: Placed[] = [];
  const put = (of: { readonly span: Span }, results: readonly CellResult[]): void => {
    placed.push({ at: of.span.start, results });
  };
  const sameLine = <Result extends { readonly file: string; readonly line: number }>(
    all: readonly Result[],
    of: { readonly span: Span },
  ): Result | undefined => {
    const { file, line } = whereOf(model, of);
    return all.find((one) => one.file === file && one.line === line);
  };
  for (const one of models.filter(inCell)) {
    const found = plan.models.find(({ name }) => name === one.name);
    if (found) put(one, modelFigures(found, words));
  }
  const [firstPhase] = phases.filter(inCell);
  if (firstPhase) put(firstPhase, gantt(phasesIn(plan, phases.filter(inCell)), firstPhase.name, words));
  const [firstAction] = actions.filter(inCell);
  if (firstAction) put(firstAction, actionTable(plan, new Set(actions.filter(inCell).map(({ name }) => name)), words));
  for (const one of simulations.filter(inCell)) {
    const found = sameLine(plan.simulations, one);
    if (found) put(one, simulationFigures(found, words));
  }
  for (const one of optimisations.filter(inCell)) {
    const found = sameLine(plan.optimisations, one);
    if (found) put(one, optimisationFigures(found, words));
  }
  for (const one of requirements.filter(inCell)) {
    const found = sameLine(plan.requirements, one);
    if (found) put(one, [{ kind: 'statements', statements: [required(found, words)] }]);
  }
  const clashes = clashesIn(plan.clashes, cell, model, words);
  return clashes.length === 0
    ? placed
    : [...placed, { at: cell.span.end, results: [{ kind: 'statements', statements: clashes }] }];
}

function modelFigures(model: ModelResult, words: Words): readonly CellResult[] {
  const { name, file, line, columns, balance, currency } = model;
  const table =
    model.figures.length === 0 ? [] : [outcomes(`model-${name}`, title(model), model.figures, model, words)];
  const over = figureOf({
    id: `balance-${name}`,
    title: words.balance(title(model), currency),
    form: 'line',
    file,
    line,
    columns: [text('time', words.time), { name: 'balance', label: words.balanceShort, kind: 'number' }],
    rows: columns.map((column, place) => [words.period(column), balance[place] ?? null]),
  });
  return [...table, over];
}

function outcomes(
  id: string,
  called: string,
  figures: readonly NamedOutcome[],
  { file, line }: { readonly file: string; readonly line: number },
  words: Words,
): CellResult {
  return figureOf({
    id,
    title: called,
    form: 'table',
    file,
    line,
    columns: [text('figure', words.figure), text('value', words.value)],
    rows: figures.map(({ text: of, figure }) => [
      of,
      figure.value === null ? words.why[figure.why ?? 'no value'] : figure.display,
    ]),
  });
}

const phasesIn = ({ phases }: PlanResult, declared: readonly { readonly name: string }[]): readonly PhaseResult[] =>
  phases.filter(({ name }) => declared.some((one) => one.name === name));

function gantt(phases: readonly PhaseResult[], first: string, words: Words): readonly CellResult[] {
  const [one] = phases;
  if (one === undefined) return [];
  return [
    figureOf({
      id: `phases-${first}`,
      title: words.phases,
      form: 'gantt',
      file: one.file,
      line: one.line,
      columns: [
        text('phase', words.phase),
        { name: 'first', label: words.firstMonth, kind: 'count' },
        { name: 'last', label: words.lastMonth, kind: 'count' },
        { name: 'slack', label: words.slack, kind: 'count' },
      ],
      rows: phases.map((phase) => [title(phase), phase.first, phase.last, phase.slack]),
    }),
  ];
}

function actionTable({ actions }: PlanResult, names: ReadonlySet<string>, words: Words): readonly CellResult[] {
  const own = actions.filter(({ name }) => names.has(name));
  const [first] = own;
  if (first === undefined) return [];
  return [
    figureOf({
      id: `actions-${first.name}`,
      title: words.actions,
      form: 'table',
      file: first.file,
      line: first.line,
      columns: [
        text('action', words.action),
        text('taken', words.taken),
        text('cost', words.cost),
        text('chance', words.chance),
      ],
      rows: own.map((one) => [title(one), one.taken.display, one.cost?.display ?? null, one.chance?.display ?? null]),
    }),
  ];
}

function simulationFigures(simulation: SimulationResult, words: Words): readonly CellResult[] {
  const { model, file, line, figures, drivers, driven, refused, trials } = simulation;
  if (refused.length > 0)
    return [
      {
        kind: 'statements',
        statements: refused.map(({ path }) => ({ about: 'check', text: words.cannotDraw(path), met: false })),
      },
    ];
  const table = figureOf({
    id: `simulation-${model}`,
    title: words.simulated(model, trials.toLocaleString('en-US')),
    form: 'table',
    file,
    line,
    columns: [text('figure', words.figure), text('value', words.value), text('error', words.error)],
    rows: figures.map(({ text: of, figure, error }) => [of, figure.display, error?.display ?? null]),
  });
  const fans = figures.flatMap(({ text: of, fan }) => (fan === null ? [] : [fanFigure(of, fan, simulation, words)]));
  const tornado =
    drivers.length === 0
      ? []
      : [
          figureOf({
            id: `drivers-${model}`,
            title: words.hangsOn(driven ?? ''),
            form: 'bars',
            file,
            line,
            columns: [text('path', words.number), { name: 'explained', label: words.explained, kind: 'percent' }],
            rows: drivers.map(({ path, explained }) => [path, explained]),
          }),
        ];
  return [table, ...fans, ...tornado];
}

function fanFigure(of: string, fan: Fan, { model, file, line }: SimulationResult, words: Words): CellResult {
  return figureOf({
    id: `fan-${model}-${of}`,
    title: words.fan(of),
    form: 'fan',
    file,
    line,
    columns: [
      text('time', words.time),
      ...fan.bands.map(({ percent }) => ({
        name: `p${String(percent)}`,
        label: `p${String(percent)}`,
        kind: 'number' as const,
      })),
    ],
    rows: fan.columns.map((column, place) => [
      words.period(column),
      ...fan.bands.map(({ values }) => values[place] ?? null),
    ]),
  });
}

function optimisationFigures(one: OptimisationResult, words: Words): readonly CellResult[] {
  const {
    objective,
    direction,
    status,
    value,
    gap,
    cost,
    greedy,
    chosen,
    frontier,
    prices,
    conflict,
    refused,
    file,
    line,
  } = one;
  const id = `${direction}-${String(line)}`;
  const called = words.optimum(objective, direction);
  if (value === null)
    return [
      {
        kind: 'statements',
        statements: [
          { about: 'target', text: `${called}: ${words.status[status](refused ?? '')}`, met: false },
          ...conflict.map(({ text: of }): Statement => ({ about: 'check', text: of, met: false })),
        ],
      },
    ];
  const proof = words.proved((Math.max(gap ?? 0, LEAST_GAP) * 100).toFixed(4));
  const found: CellResult[] = [
    {
      kind: 'statements',
      statements: [
        { about: 'target', text: `${called}: ${value.display}. ${proof}`, met: status === 'best' },
        ...(cost === null ? [] : [{ about: 'target' as const, text: words.costs(cost.display), met: null }]),
        ...(greedy === null ? [] : [{ about: 'target' as const, text: words.greedy(greedy.display), met: null }]),
        ...prices.map(({ limit, step, gain }): Statement => ({
          about: 'target',
          text: words.price(limit, step, gain.display),
          met: null,
        })),
      ],
    },
    figureOf({
      id: `chosen-${id}`,
      title: words.chosen,
      form: 'bars',
      file,
      line,
      columns: [text('action', words.action), { name: 'entities', label: words.taken, kind: 'count' }],
      rows: chosen.map(({ action, label, entities }) => [label ?? action, entities]),
    }),
  ];
  if (frontier.length === 0) return found;
  return [
    ...found,
    figureOf({
      id: `frontier-${id}`,
      title: words.frontier(objective),
      form: 'line',
      file,
      line,
      columns: [
        { name: 'budget', label: words.budget, kind: 'number' },
        { name: 'value', label: objective, kind: 'number' },
      ],
      rows: frontier.map(({ budget, value: reached }) => [budget.value, reached.value]),
    }),
  ];
}

function required(
  { text: of, left, right, holds, chance }: PlanResult['requirements'][number],
  words: Words,
): Statement {
  const sides =
    chance === null
      ? words.sides(left.display, right.display)
      : words.withChance(chance.found.display, chance.wanted.display);
  return { about: 'check', text: `${of}: ${sides}`, met: holds };
}

/** Clashes that a statement of the cell has a part in. */
function clashesIn(clashes: readonly Clash[], cell: OpenCell, { file }: Model, words: Words): readonly Statement[] {
  const own = clashes.filter(({ statements: [first] }) => {
    if (first === undefined) return false;
    const here = cell.file === '' ? file : cell.file;
    return first.file === here && first.line > cell.line && first.line <= cell.lastLine;
  });
  return own.map(({ kind, statements, arithmetic }) => ({
    about: 'check',
    text: [`${words.clash[kind]}: ${statements.map(({ text: of }) => of).join(' · ')}`, ...arithmetic].join('; '),
    met: false,
  }));
}
