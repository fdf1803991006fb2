import { createRequire } from 'node:module';

/** As much of apache-arrow, which is the engine's, as the tests ask for. */
interface ArrowTable {
  readonly numRows: number;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly metadata: ReadonlyMap<string, string> }[];
  };
  getChild(name: string): Iterable<unknown> | null;
}

/** Reads an Arrow IPC stream the way any other program would. */
export function readArrow(bytes: Uint8Array): ArrowTable {
  const engine = createRequire(createRequire(import.meta.url).resolve('@benchbook/engine/package.json'));
  const { tableFromIPC } = engine('apache-arrow') as { tableFromIPC: (bytes: Uint8Array) => ArrowTable };
  return tableFromIPC(bytes);
}
