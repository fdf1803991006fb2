import type { Workbook } from '@benchbook/engine';
import type { Call } from '../commands/command.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Located } from './locate.js';

/** Opens a rulebook, hands it to `use` and closes it whatever happens. */
export async function withWorkbook<Result>(
  call: Call,
  located: Located,
  use: (workbook: Workbook) => Promise<Result>,
): Promise<Result> {
  const workbook = await openWorkbook(call, located);
  try {
    return await use(workbook);
  } finally {
    await workbook.close();
  }
}

/** @param asOf the day to look back from; by default the one that the command line gives */
export async function openWorkbook(call: Call, { root, file }: Located, asOf = dayAsked(call)): Promise<Workbook> {
  const threads = call.args.whole('threads', 1, 1024);
  return await call.environment.openWorkbook({ root, file, threads, memoryLimit: memoryLimit(call), asOf });
}

/** A day as the language writes it; a month is its first day. */
function dayAsked(call: Call): string | null {
  const given = call.args.text('as-of');
  if (given === null) return null;
  const day = /^\d{4}-\d\d$/.test(given) ? `${given}-01` : given;
  const read = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(day))
    throw new Failure(EXIT.usage, call.words.usage.notDay(given));
  return day;
}

function memoryLimit(call: Call): string | null {
  const given = call.args.text('memory');
  if (given === null) return null;
  if (!/^\d+(\.\d+)? ?[KMGT]i?B$/i.test(given)) throw new Failure(EXIT.usage, call.words.usage.notSize(given));
  return given;
}
