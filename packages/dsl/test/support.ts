import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byPlace, check, parse, renderDiagnostics } from '@benchbook/dsl';
import type { Diagnostic, Language, Model } from '@benchbook/dsl';

const project = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const readProjectFile = (path: string): string => readFileSync(project(path), 'utf8');

export const COVERAGE = readProjectFile('scenarios/coverage/coverage.bench');

/** Two sources, a population, two metrics, an applied benchmark and a level: what most examples stand on. */
export const BASE = readProjectFile('docs/diagnostics/base.bench');

export interface Run {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

export function run(text: string): Run {
  const { model, diagnostics } = check(parse('test.bench', text));
  if (model === null) throw new Error('nothing usable in the rulebook');
  return { model, diagnostics, codes: diagnostics.map((one) => one.code) };
}

/** The model of a rulebook that must have nothing wrong with it. */
export function modelOf(text: string): Model {
  const { model } = run(text);
  const shown = rendered(text);
  if (shown !== '') throw new Error(shown);
  return model;
}

export const diagnosticsOf = (text: string, file = 'test.bench'): readonly Diagnostic[] =>
  check(parse(file, text)).diagnostics;

/** What is wrong with a whole rulebook, with the declarations that nothing reads. */
export function findingsOf(text: string, file = 'test.bench'): readonly Diagnostic[] {
  const { diagnostics, unused } = check(parse(file, text));
  return [...diagnostics, ...unused].sort(byPlace);
}

/** The codes of what is wrong with a text, in order. */
export const codesOf = (text: string, file?: string): string[] => diagnosticsOf(text, file).map((one) => one.code);

/** What a terminal shows of a text. */
export function rendered(text: string, language: Language = 'en', file = 'test.bench'): string {
  const tree = parse(file, text);
  return renderDiagnostics(check(tree).diagnostics, { files: [tree], language });
}

/** Declarations after the base, so that what an example needs is there. */
export const onBase = (text: string): string => `${BASE}\n${text}`;
