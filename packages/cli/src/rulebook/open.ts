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

export async function openWorkbook(call: Call, { root, file }: Located): Promise<Workbook> {
  const threads = call.args.whole('threads', 1, 1024);
  return await call.environment.openWorkbook({ root, file, threads, memoryLimit: memoryLimit(call) });
}

function memoryLimit(call: Call): string | null {
  const given = call.args.text('memory');
  if (given === null) return null;
  if (!/^\d+(\.\d+)? ?[KMGT]i?B$/i.test(given)) throw new Failure(EXIT.usage, call.words.usage.notSize(given));
  return given;
}
