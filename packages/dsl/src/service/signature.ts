import type { Analysis } from './analysis.js';
import { functionHelp } from './functions.js';
import { explained } from './nouns.js';
import { placeAt } from './place.js';

/** The call that the cursor stands in. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly string[];
  /** The parameter the cursor stands at, from 0. */
  readonly active: number;
  readonly doc: string | null;
}

/** How the function around the cursor is called; null outside a call, and for one that is not known. */
export function signatureAt(analysis: Analysis, offset: number): Signature | null {
  const found = placeAt(analysis, offset)?.calls.at(-1);
  if (found === undefined) return null;
  const name = found.call.name.text;
  const help = functionHelp(name);
  const table = help ? undefined : tableNamed(analysis, name);
  const parameters = help?.parameters ?? table?.table.inputs.map((input) => input.name);
  if (parameters === undefined) return null;
  const doc = help ? explained(help, analysis.language) : (table?.doc ?? null);
  return { name, parameters, active: Math.min(found.argument, parameters.length - 1), doc };
}

const tableNamed = ({ model }: Analysis, name: string) =>
  [...(model?.lookups ?? []), ...(model?.contexts ?? [])].find((one) => one.name === name);
