import { readOverrides, type Model, type OverridesRead } from '@benchbook/dsl';
import { applyOverrides, applyScenario, type Changes } from '@benchbook/engine';

/** The run without a scenario. */
const BASE = 'base';

/** What somebody outside the rulebook asks to run: one of its scenarios, and numbers put on top of it. */
export interface Asked {
  /** null is base, and so is `base`. */
  readonly scenario: string | null;
  /** Each `PATH=VALUE`, or a line as a scenario writes it. */
  readonly set: readonly string[];
}

/** The rules as asked for, or why not. */
export type UnderScenario =
  | { readonly kind: 'unknown'; readonly scenario: string; readonly known: readonly string[] }
  /** With an error among the findings nothing was put on top. */
  | {
      readonly kind: 'read';
      /** The scenario alone, and what goes on top of it. */
      readonly scenario: Model;
      readonly changes: Changes;
      readonly model: Model;
      readonly findings: Pick<OverridesRead, 'diagnostics' | 'files'>;
    };

/** The one door for what is asked from outside: a command line, a page's address, a request. */
export function underScenario(model: Model, { scenario: name, set }: Asked): UnderScenario {
  const known = [BASE, ...model.scenarios.map((scenario) => scenario.name)];
  if (name !== null && !known.includes(name)) return { kind: 'unknown', scenario: name, known };
  const scenario = applyScenario(model, name === BASE ? null : name);
  const given = readOverrides(scenario, set);
  return { kind: 'read', scenario, changes: given, model: applyOverrides(scenario, given), findings: given };
}
