import { byPlace } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Model } from '../model/model.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Declaration } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';
import { checkApplies, checkApply } from './applies.js';
import { checkBand } from './bands.js';
import { checkBenchmark } from './benchmarks.js';
import { checkLevel, checkTier } from './levels.js';
import { checkContext, checkLookup } from './lookup-tables.js';
import { checkMetric } from './metrics.js';
import { checkParam } from './params.js';
import { checkPopulation } from './populations.js';
import { Scope } from './scope.js';
import type { Checkers } from './scope.js';
import { checkScore } from './scores.js';
import { checkShow, distinctNames } from './shows.js';
import { checkSource } from './sources.js';
import { checkCheck, checkTarget } from './targets.js';
import { checkTest } from './tests.js';
import { distinctUses } from './uses.js';
import type { Use } from './uses.js';

const CHECKERS: Checkers = {
  source: checkSource,
  param: checkParam,
  context: checkContext,
  population: checkPopulation,
  band: checkBand,
  table: checkLookup,
  metric: checkMetric,
  benchmark: checkBenchmark,
  level: checkLevel,
  tier: checkTier,
  score: checkScore,
  target: checkTarget,
  test: checkTest,
  applies: checkApplies,
};

export interface CheckResult {
  /** Every declaration that is whole; null when there is none. Whether a model with errors beside it runs is the caller's choice. */
  readonly model: Model | null;
  /** What is wrong with spelling and meaning, by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every name that could be resolved, by place: what it stands for, also where a declaration is not whole. */
  readonly uses: readonly Use[];
}

/** Resolves the names of a rulebook, checks its types, units and tables, and gives the model that runs. Never throws. */
export function check(tree: Tree): CheckResult {
  const scope = freshScope(tree);
  const rulebook = rulebookOf(scope);
  const unnamed = (noun: 'check' | 'show'): Declaration[] =>
    tree.declarations.filter((one) => one.noun === noun && !one.broken);
  const model: Model = {
    ...rulebook,
    file: tree.file,
    text: tree.text,
    sources: scope.all('source'),
    params: scope.all('param'),
    contexts: scope.all('context'),
    populations: scope.all('population'),
    bands: scope.all('band'),
    lookups: scope.all('table'),
    metrics: scope.all('metric'),
    benchmarks: scope.all('benchmark'),
    applies: scope.applies({ start: 0, end: 0 }),
    levels: scope.all('level'),
    tiers: scope.all('tier'),
    scores: scope.all('score'),
    targets: scope.all('target'),
    checks: unnamed('check').flatMap((one) => checkCheck(scope, one) ?? []),
    tests: scope.all('test'),
    shows: distinctNames(unnamed('show').flatMap((one) => checkShow(scope, one) ?? [])),
  };
  for (const declaration of tree.declarations) {
    if (declaration.broken) scope.quietly(() => lookAt(scope, declaration));
  }
  return {
    model: isEmpty(model) ? null : model,
    diagnostics: [...tree.diagnostics, ...scope.diagnostics].sort(byPlace),
    uses: distinctUses(scope.uses),
  };
}

/** Checks one declaration by itself, whole or not. */
export function lookAt(scope: Scope, declaration: Declaration): unknown {
  const { noun, name } = declaration;
  switch (noun) {
    case 'check':
      return checkCheck(scope, declaration);
    case 'show':
      return checkShow(scope, declaration);
    case 'apply':
      return checkApply(scope, declaration);
    case 'rulebook':
    case 'later':
    case null:
      return null;
    default:
      return name && CHECKERS[noun](scope, declaration, name);
  }
}

/** A scope in which nothing has been looked at. */
export const freshScope = (tree: Tree): Scope => new Scope(tree, CHECKERS);

const isEmpty = (model: Model): boolean =>
  Object.values(model).every((part) => !Array.isArray(part) || part.length === 0);

/** The first `rulebook` line; a file without one is named after itself. */
function rulebookOf(scope: Scope): Pick<Model, 'name' | 'label' | 'translations' | 'version'> {
  const [first, ...others] = scope.tree.declarations.filter((declaration) => declaration.noun === 'rulebook');
  for (const other of others) {
    const data = { name: other.name?.text ?? '', what: 'rulebook', line: scope.line(first?.span ?? other.span) };
    scope.report('B102', other.name?.span ?? other.nounSpan, data, { related: first ? [first.span] : [] });
  }
  const stem = scope.tree.file.replace(/^.*[\\/]/, '').replace(/\.bench$/, '');
  const version = first && clauseOf(first, 'version');
  const { label = null, translations = {} } = first ?? {};
  return { name: first?.name?.text ?? stem, label, translations, version: version?.text.text ?? null };
}
