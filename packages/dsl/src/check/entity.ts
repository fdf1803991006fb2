import type { Source } from '../model/model.js';
import type { CallNode, Declaration, ExpressionNode } from '../syntax/nodes.js';
import { clauseOf } from '../syntax/clauses.js';
import type { Span } from '../text/span.js';
import { aggregatedSource } from './aggregates.js';
import { isCallable } from './calls.js';
import { column } from './ground.js';
import type { Scope } from './scope.js';
import { childrenOf } from './walk.js';

/** What an expression needs of the source it is about. */
interface Needs {
  /** Columns by bare name, or something declared. */
  readonly names: Map<string, Span>;
  /** Sources that are gone through in aggregates. */
  readonly aggregated: Set<string>;
  /** A function that does not exist is called. */
  strange: boolean;
  /** Sources named outright: `accounts.industry`. */
  readonly stated: Set<string>;
}

/**
 * The one source a declaration is about: the one it names with `of`, else the one in which every bare name is a column
 * and at which every aggregated source points. Null: there is no telling (reported), or the source is not whole.
 */
export function entityOf(scope: Scope, declaration: Declaration, nodes: readonly ExpressionNode[]): Source | null {
  const of = clauseOf(declaration, 'of');
  if (of) return scope.demand('source', of.name);
  const needs: Needs = { names: new Map(), aggregated: new Set(), stated: new Set(), strange: false };
  for (const node of nodes) gather(scope, node, needs);
  const sources = scope.some('source');
  const fitting = sources.filter((source) => fits(scope, source, needs, declaration.span));
  const lost = [...needs.names].some(([name]) => isLost(scope, name));
  if (lost) return scope.spoil();
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  if (scope.losesSources) return scope.spoil();
  // The column that would tell may be the one that is lost.
  if (fitting.length > 1 && [...needs.aggregated].some((name) => scope.lostColumns.of(name))) return scope.spoil();
  if (fitting.length === 0) return bestGuess(scope, sources, needs, declaration.span);
  if (needs.strange || [...needs.names].some(([name, span]) => isUnclear(scope, name, span))) return only ?? null;
  const name = declaration.name?.text ?? '';
  const noun = declaration.noun ?? '';
  return scope.report('B106', declaration.name?.span ?? declaration.nounSpan, {
    noun,
    name,
    sources: fitting.map((source) => source.name),
  });
}

function gather(scope: Scope, node: ExpressionNode, needs: Needs): void {
  if (node.kind === 'name') needs.names.set(node.name, node.span);
  if (node.kind === 'member' && isSource(scope, node.of.text)) needs.stated.add(node.of.text);
  if (node.kind === 'member' && !isSource(scope, node.of.text)) needs.names.set(node.of.text, node.of.span);
  if (node.kind === 'call' && !isCallable(node.name.text, scope)) needs.strange = true;
  const through = node.kind === 'call' ? aggregatedSource(node, scope) : null;
  if (node.kind === 'call' && through !== null) {
    needs.aggregated.add(through);
    gatherInside(scope, node, through, needs);
  } else {
    for (const child of childrenOf(node)) gather(scope, child, needs);
  }
}

/** Inside an aggregate, names that are no column of the rows gone through must be known to the entity. */
function gatherInside(scope: Scope, call: CallNode, through: string, needs: Needs): void {
  const source = scope.get('source', through, call.span);
  const inner: Needs = { names: new Map(), aggregated: needs.aggregated, stated: needs.stated, strange: false };
  const parts = [
    ...call.arguments.filter((part) => !(part.kind === 'name' && part.name === through)),
    ...(call.where ? [call.where] : []),
  ];
  for (const part of parts) gather(scope, part, inner);
  needs.stated.delete(through);
  needs.strange ||= inner.strange;
  // Without the source's columns there is no telling which names are its own.
  if (source === null) return;
  for (const [name, span] of inner.names)
    if (!column(source, name) && !scope.lostColumns.isOne(source.name, name)) needs.names.set(name, span);
}

function isSource(scope: Scope, name: string): boolean {
  const slot = scope.find(name);
  return slot !== undefined && slot !== 'broken' && slot.noun === 'source';
}

function fits(scope: Scope, source: Source, needs: Needs, at: Span): boolean {
  return (
    [...needs.stated].every((name) => name === source.name) &&
    [...needs.names].every(([name, span]) => knows(scope, source, name, span)) &&
    [...needs.aggregated].every((name) => pointsAt(scope, name, source, at))
  );
}

/** A declared name is known to every source, except a metric or a band, which belong to one. */
function knows(scope: Scope, source: Source, name: string, at: Span): boolean {
  if (column(source, name) ?? scope.lostColumns.isOne(source.name, name)) return true;
  const slot = scope.find(name);
  if (slot === undefined) return !isColumnAnywhere(scope, name);
  if (slot === 'broken' || (slot.noun !== 'metric' && slot.noun !== 'band')) return true;
  const owner = scope.get(slot.noun, name, at);
  return owner === null || owner.source === source.name;
}

/** A name that cannot be told, which the check of the expression reports, is no reason to ask for a source. */
function isUnclear(scope: Scope, name: string, span: Span): boolean {
  const slot = scope.find(name);
  if (slot === undefined || slot === 'broken') return !isColumnAnywhere(scope, name);
  return (slot.noun === 'metric' || slot.noun === 'band') && scope.get(slot.noun, name, span) === null;
}

/** A name that only a source that could not be made out may have: there is nothing to say about it. */
const isLost = (scope: Scope, name: string): boolean =>
  scope.find(name) === undefined && !isColumnAnywhere(scope, name) && scope.mayBeLost(name);

/** A name that no source has is a label or a slip: it says nothing about the source. */
const isColumnAnywhere = (scope: Scope, name: string): boolean =>
  scope.some('source').some((source) => column(source, name) ?? scope.lostColumns.isOne(source.name, name));

function pointsAt(scope: Scope, name: string, source: Source, at: Span): boolean {
  const from = scope.get('source', name, at);
  if (from === null) return true;
  const points = from.columns.some((one) => one.type.kind === 'text' && one.type.references === source.name);
  return points || scope.lostColumns.of(name);
}

/** Nothing fits: the source that knows most of the names, so that the check of the expression says what is wrong. */
function bestGuess(scope: Scope, sources: readonly Source[], needs: Needs, at: Span): Source | null {
  const known = (source: Source): number =>
    [...needs.names.keys()].filter((name) => column(source, name)).length * 4 +
    [...needs.aggregated].filter((name) => pointsAt(scope, name, source, at)).length * 2 +
    (needs.stated.has(source.name) ? 1 : 0);
  return sources.toSorted((a, b) => known(b) - known(a))[0] ?? null;
}
