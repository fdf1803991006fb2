import type { Model } from '@benchbook/dsl';
import { nearest } from '../arguments/nearest.js';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';

/** The population asked for with `--population`, or null for the engine's choice. */
export function askedPopulation(model: Model, call: Call): string | null {
  const name = call.args.text('population');
  const names = model.populations.map((population) => population.name);
  if (name === null || names.includes(name)) return name;
  throw new Failure(EXIT.usage, call.words.usage.noPopulation(name, names, nearest(name, names)));
}
