import { byPlace } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Model } from '../model/model.js';
import type { Uncertain } from '../model/planning/uncertain.js';
import type { Rules } from '../model/named-number.js';
import { numberIndex } from '../model/number-index.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration } from '../syntax/nodes.js';
import { link } from '../syntax/program.js';
import type { Program } from '../syntax/program.js';
import type { Tree } from '../syntax/tree.js';
import { checkApplies, checkApply } from './applies.js';
import { statedDay } from './as-of.js';
import { checkDiff, checkDrivers, checkInput, checkSeek, checkSweep, isDiff } from './asked.js';
import { checkBand } from './bands.js';
import { checkBenchmark } from './benchmarks.js';
import { checkLevel, checkTier } from './levels.js';
import { checkContext, checkLookup } from './lookup-tables.js';
import { checkMetric } from './metrics.js';
import { checkParam } from './params.js';
import { PLANNING_CHECKERS } from './planning/checkers.js';
import { checkCorrelations } from './planning/correlations.js';
import { checkOptimisation } from './planning/optimisations.js';
import { checkPlanning } from './planning/planning.js';
import { checkRequirement } from './planning/requirements.js';
import { checkSimulation } from './planning/simulations.js';
import { reportOnlyUnknown } from './only-unknown.js';
import { checkPopulation } from './populations.js';
import { Scope } from './scope.js';
import type { Checked, CheckedNoun } from './checked.js';
import type { Checkers } from './scope.js';
import { checkScenario } from './scenarios.js';
import { checkScore } from './scores.js';
import { checkShow, distinctNames } from './shows.js';
import { checkSource } from './sources.js';
import { checkCheck, checkTarget } from './targets.js';
import { checkTest } from './tests.js';
import { unusedDeclarations } from './unused.js';
import { checkWaiver } from './waivers.js';
import { whatIf } from './what-if.js';
import { distinctUses } from './uses.js';
import { reportZeroThresholds } from './zero-thresholds.js';
import type { NameUse, Wanted } from './uses.js';

const CHECKERS: Checkers = {
  source: checkSource,
  param: checkParam,
  context: checkContext,
  population: checkPopulation,
  band: checkBand,
  table: checkLookup,
  metric: checkMetric,
  benchmark: checkBenchmark,
  waiver: checkWaiver,
  level: checkLevel,
  tier: checkTier,
  score: checkScore,
  target: checkTarget,
  test: checkTest,
  scenario: checkScenario,
  applies: checkApplies,
  asOf: statedDay,
  ...PLANNING_CHECKERS,
  // A path may name a number of what is not whole: what is wrong with that has been said.
  numbers: (scope) => numberIndex(rulesOf((noun) => scope.some(noun), scope.uncertain)),
};

/** A declaration by its noun and name. */
export interface LeftOut {
  readonly noun: CheckedNoun;
  readonly name: string;
}

export interface CheckResult {
  /**
   * Every declaration that is whole and stands on what is whole; null when there is none. Whether a model with errors beside it
   * runs is the caller's choice.
   */
  readonly model: Model | null;
  /** What is wrong with spelling and meaning, by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every name that could be resolved, by place: what it stands for, also where a declaration is not whole. */
  readonly uses: readonly NameUse[];
  /**
   * What is looked for at each name and cell of a declaration, were it in the place of the one of its name: for
   * completion, which asks about a declaration with a word put where the cursor is. Changes nothing.
   */
  readonly wantsIn: (declaration: Declaration) => readonly Wanted[];
  /** What the model does not have, because of an error in it or in what it stands on. */
  readonly leftOut: readonly LeftOut[];
  /** Declarations that nothing reads, by place. A piece of a rulebook may well have some; a whole one is better without. */
  readonly unused: readonly Diagnostic[];
}

/** What may be said outside the rulebook. */
export interface CheckOptions {
  /** The day from which everything looks back, in ISO form: it goes before what the rulebook says. */
  readonly asOf?: string | null;
}

/** Resolves the names of a rulebook, of one file or several, checks its types, units and tables, and gives the model that runs. Never throws. */
export function check(read: Tree | Program, options: CheckOptions = {}): CheckResult {
  const scope = freshScope(read, options);
  const { program } = scope;
  const rulebook = rulebookOf(scope);
  const unnamed = (noun: 'check' | 'show'): Declaration[] => scope.declarations(noun).filter((one) => !one.broken);
  const model: Model = {
    ...rulebook,
    files: program.files.map(({ file, text, base }) => ({ file, text, base })),
    asOf: scope.asOf(),
    sources: scope.all('source'),
    ...rulesOf((noun) => scope.all(noun), scope.uncertain),
    applies: scope.applies({ start: 0, end: 0 }),
    checks: unnamed('check').flatMap((one) => scope.whole(() => checkCheck(scope, one)) ?? []),
    tests: scope.all('test'),
    shows: distinctNames(
      unnamed('show').flatMap((one) => (isDiff(one) ? [] : (scope.whole(() => checkShow(scope, one)) ?? []))),
    ),
    planning: checkPlanning(scope),
    ...whatIf(scope),
  };
  reportOnlyUnknown(scope, model);
  reportZeroThresholds(scope, model);
  for (const declaration of program.declarations) {
    if (declaration.broken) scope.quietly(() => lookAt(scope, declaration));
  }
  const uses = distinctUses(scope.uses);
  return {
    model: isEmpty(model) ? null : model,
    diagnostics: [...program.diagnostics, ...scope.diagnostics].sort(byPlace),
    uses,
    leftOut: scope.partial().map(({ noun, name }) => ({ noun, name })),
    unused: unusedDeclarations(program, uses),
    wantsIn: (declaration) => wantsIn(scope, declaration),
  };
}

function wantsIn(scope: Scope, declaration: Declaration): readonly Wanted[] {
  scope.wants.length = 0;
  scope.quietly(() => lookAt(scope, declaration));
  return scope.wants.slice();
}

/** Checkers for lines that are added to a rulebook, which was checked before. */
export function checkersOn(model: Model): Checkers {
  const declared: { readonly [N in CheckedNoun]?: readonly Checked[N][] } = {
    population: model.populations,
    benchmark: model.benchmarks,
    metric: model.metrics,
    band: model.bands,
    waiver: model.waivers,
    level: model.levels,
    tier: model.tiers,
    context: model.contexts,
    table: model.lookups,
    param: model.params,
    scenario: model.scenarios,
  };
  return {
    ...CHECKERS,
    numbers: () => numberIndex(model),
    applies: () => model.applies,
    known: (noun, name) => declared[noun]?.find((one) => one.name === name) ?? null,
  };
}

/** The declarations that hold numbers. */
function rulesOf(
  declared: <N extends CheckedNoun>(noun: N) => Checked[N][],
  uncertain: ReadonlyMap<string, Uncertain>,
): Rules {
  return {
    params: declared('param'),
    contexts: declared('context'),
    populations: declared('population'),
    bands: declared('band'),
    lookups: declared('table'),
    metrics: declared('metric'),
    benchmarks: declared('benchmark'),
    waivers: declared('waiver'),
    levels: declared('level'),
    tiers: declared('tier'),
    scores: declared('score'),
    targets: declared('target'),
    planning: {
      actions: declared('action'),
      resources: declared('resource'),
      budgets: declared('budget'),
      phases: declared('phase'),
      funnels: declared('funnel'),
      cohorts: declared('cohort'),
      models: declared('model'),
      // Found while all of the above are looked at.
      uncertain: [...uncertain.values()],
    },
  };
}

/** Checks one declaration by itself, whole or not. */
function lookAt(scope: Scope, declaration: Declaration): unknown {
  const { noun, name } = declaration;
  switch (noun) {
    case 'check':
      return checkCheck(scope, declaration);
    case 'show':
      return isDiff(declaration) ? checkDiff(scope, declaration) : checkShow(scope, declaration);
    case 'input':
      return checkInput(scope, declaration);
    case 'sweep':
      return checkSweep(scope, declaration);
    case 'seek':
      return checkSeek(scope, declaration);
    case 'rank':
      return checkDrivers(scope, declaration);
    case 'apply':
      return checkApply(scope, declaration);
    case 'correlate':
      return checkCorrelations(scope, [declaration]);
    case 'simulate':
      return checkSimulation(scope, declaration);
    case 'optimise':
      return checkOptimisation(scope, declaration);
    case 'require':
      return checkRequirement(scope, declaration);
    case 'rulebook':
    case 'use':
    case null:
      return null;
    default:
      return name && CHECKERS[noun](scope, declaration, name);
  }
}

/** A scope in which nothing has been looked at. */
export const freshScope = (read: Tree | Program, { asOf = null }: CheckOptions = {}): Scope =>
  new Scope(programOf(read), asOf === null ? CHECKERS : { ...CHECKERS, asOf: () => asOf });

/** A lone tree is a program that uses no other file. */
const programOf = (read: Tree | Program): Program => ('files' in read ? read : link(read));

const isEmpty = ({ planning, files: _, ...rules }: Model): boolean => holdsNothing(rules) && holdsNothing(planning);

const holdsNothing = (parts: object): boolean =>
  Object.values(parts).every((part: unknown) => !Array.isArray(part) || part.length === 0);

/** The first `rulebook` line of the file that was asked for; one without such a line is named after itself. */
function rulebookOf(scope: Scope): Pick<Model, 'name' | 'label' | 'translations' | 'version' | 'file'> {
  const [lines = []] = scope.program.files.map((tree) => onlyLine(scope, tree));
  const [first] = lines;
  const file = scope.program.files[0]?.file ?? '';
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.(?:bench|md)$/, '');
  const version = first && clauseOf(first, 'version');
  const { label = null, translations = {} } = first ?? {};
  return { name: first?.name?.text ?? stem, label, translations, version: version?.text.text ?? null, file };
}

/** The `rulebook` lines of a file, of which there may be one. */
function onlyLine(scope: Scope, tree: Tree): Declaration[] {
  const [first, ...others] = tree.declarations.filter((declaration) => declaration.noun === 'rulebook');
  for (const other of others) {
    const { name, nounSpan } = other;
    const data = {
      name: name?.text ?? '',
      what: 'rulebook',
      ...scope.elsewhere(first?.span ?? other.span, other.span),
    };
    scope.report('B102', name?.span ?? nounSpan, data, { related: first ? [first.span] : [] });
  }
  return first ? [first] : [];
}
