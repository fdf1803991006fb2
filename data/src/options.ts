import { parseArgs } from 'node:util';
import { Refusal } from './refusal.js';

/** What to generate: the calibrated set, or the same shape at any number of accounts. */
export type Options = {
  readonly seed: number;
  readonly out: string | null;
  readonly size: Size | null;
};

/** A number of accounts and the way it was written, which names the folder. */
export type Size = { readonly label: string; readonly accounts: number };

export const calibratedAccounts = 7_035;
export const defaultSeed = 89;

const mostAccounts = 100_000_000;
const suffixes: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/** Reads the command line; throws a `Refusal`, one sentence for a person, when it makes no sense. */
export function parseOptions(args: readonly string[]): Options {
  const { seed, out, accounts } = parse(args);
  return {
    seed: seed === undefined ? defaultSeed : parseSeed(seed),
    out: out ?? null,
    size: accounts === undefined ? null : parseSize(accounts),
  };
}

type Values = { readonly seed?: string; readonly out?: string; readonly accounts?: string };

function parse(args: readonly string[]): Values {
  try {
    const options = { seed: { type: 'string' }, out: { type: 'string' }, accounts: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node explains at length, over several lines; its first sentence says what is wrong.
    const [reason = ''] = error instanceof Error ? error.message.split(/\n|\. /) : [];
    throw new Refusal(`${reason.replace(/\.$/, '')} (the options are --out DIR, --seed N and --accounts N).`);
  }
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new Refusal(`--seed takes a whole number such as ${defaultSeed}, not "${text}".`);
}

function parseSize(text: string): Size | null {
  const label = text.toLowerCase();
  const [, digits, suffix = ''] = /^(\d+)([km]?)$/.exec(label) ?? [];
  const accounts = Number(digits) * (suffixes[suffix] ?? 1);
  if (accounts === calibratedAccounts) return null;
  if (accounts >= 1 && accounts <= mostAccounts) return { label, accounts };
  throw new Refusal(`--accounts takes 100k, 1m, 10m or another number up to 100m, not "${text}".`);
}
