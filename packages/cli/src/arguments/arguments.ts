import { parseArgs } from 'node:util';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Words } from '../language/words.js';
import { nearest } from './nearest.js';
import type { OptionName, OptionSpec } from './option.js';

/** What was asked for on the command line, checked against a command's options. */
export class Arguments {
  constructor(
    readonly positionals: readonly string[],
    private readonly values: ReadonlyMap<OptionName, readonly (string | true)[]>,
    private readonly words: Words,
  ) {}

  has(name: OptionName): boolean {
    return this.values.has(name);
  }

  text(name: OptionName): string | null {
    return this.texts(name).at(-1) ?? null;
  }

  /** Every value of an option that may be given more than once, in order. */
  texts(name: OptionName): readonly string[] {
    return this.values.get(name)?.filter((value) => value !== true) ?? [];
  }

  /** A whole number from `least` to `most`, or null when the option is absent. */
  whole(name: OptionName, least: number, most: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new Failure(EXIT.usage, this.words.usage.notWhole(`--${name}`, value, least, most));
  }
}

/**
 * Reads the words after a command's name.
 *
 * @throws Failure (usage) for an unknown option, with the one that was probably meant, and for a missing or surplus value.
 */
export function readArguments(args: readonly string[], specs: readonly OptionSpec[], words: Words): Arguments {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      specs.map(({ name, value, short }) => [
        name,
        {
          type: value === null ? ('boolean' as const) : ('string' as const),
          ...(short === undefined ? {} : { short }),
        },
      ]),
    ),
  });
  const values = new Map<OptionName, readonly (string | true)[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = specs.find((each) => each.name === token.name);
    if (spec === undefined) throw unknownOption(token.rawName, specs, words);
    values.set(spec.name, [...(values.get(spec.name) ?? []), optionValue(spec, token, words)]);
  }
  return new Arguments(positionals, values, words);
}

function optionValue(
  spec: OptionSpec,
  token: { readonly value: string | undefined; readonly inlineValue: boolean | undefined },
  words: Words,
): string | true {
  const name = `--${spec.name}`;
  const { value } = token;
  if (spec.value === null) {
    if (value !== undefined) throw new Failure(EXIT.usage, words.usage.surplusValue(name, value));
    return true;
  }
  // A number below zero is no option that took the value's place: what is allowed instead is said where it is read.
  const swallowed = token.inlineValue !== true && value !== undefined && /^-(?!$|\d)/.test(value);
  if (value === undefined || value === '' || swallowed) throw new Failure(EXIT.usage, words.usage.missingValue(name));
  if (typeof spec.value !== 'string' && !spec.value.includes(value)) {
    throw new Failure(EXIT.usage, words.usage.notOneOf(name, value, spec.value, nearest(value, spec.value)));
  }
  return value;
}

function unknownOption(raw: string, specs: readonly OptionSpec[], words: Words): Failure {
  const meant = nearest(
    raw,
    specs.map((spec) => `--${spec.name}`),
  );
  return new Failure(EXIT.usage, words.usage.unknownOption(raw, meant));
}
