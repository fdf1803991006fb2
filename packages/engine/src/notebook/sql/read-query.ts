import type { QueryFault } from '../../notices/notebook-notices.js';

/** A table as a query names it. */
export interface TableName {
  /** Empty where the query does not say. */
  readonly schema: string;
  readonly name: string;
}

/** What a query reads, or why it may not be asked. */
export type ReadQuery =
  { readonly tables: readonly TableName[]; readonly fault: null } | { readonly fault: QueryFault };

/** Tables that are made of nothing but their arguments. */
const TABLE_FUNCTIONS: ReadonlySet<string> = new Set(['range', 'generate_series', 'unnest']);
/** Words that answer like columns, and differently from run to run. */
const CLOCKS = /^(current_(date|time|timestamp|user|catalog|schema|role)|localtime(stamp)?|session_user|user)$/i;
/** Names under which the database keeps its own tables: a query may not call its own parts so. */
const OWN = /^(duckdb_|pg_|pragma_|sqlite_)/i;

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads what a query asks for from its syntax tree, as the database's own parser gives it. Whatever is not known to read result
 * tables alone, and to give the same twice, is refused before it is run.
 *
 * @param statements the tree of each statement
 * @param pure names of functions whose answer depends on their arguments alone
 */
export function readQuery(statements: readonly unknown[], pure: (name: string) => boolean | null): ReadQuery {
  if (statements.length !== 1) return { fault: { kind: statements.length === 0 ? 'empty' : 'not one select' } };
  const tables: TableName[] = [];
  const own = new Set<string>();
  const nodes = [...nodesIn(statements[0])];
  for (const node of nodes) for (const name of namedIn(node)) own.add(name.toLowerCase());
  for (const node of nodes) {
    const fault = faultOf(node, pure);
    if (fault !== null) return { fault };
    const table = tableIn(node);
    if (table !== null && !(table.schema === '' && own.has(table.name.toLowerCase()))) tables.push(table);
  }
  const taken = [...own].find((name) => OWN.test(name));
  return taken === undefined ? { tables, fault: null } : { fault: { kind: 'twice', name: taken } };
}

function* nodesIn(value: unknown): Generator<Node> {
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next.filter(isThere));
    else if (isThere(next)) {
      yield next as Node;
      open.push(...Object.values(next).filter(isThere));
    }
  }
}

const isThere = (value: unknown): value is object => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The names of `with NAME as (…)`. */
function namedIn(node: Node): readonly string[] {
  const map = (node.cte_map as { readonly map?: readonly Node[] } | undefined)?.map ?? [];
  return [...map.map(({ key }) => textOf(key)), textOf(node.cte_name)].filter((name) => name !== '');
}

function tableIn(node: Node): TableName | null {
  if (node.type !== 'BASE_TABLE') return null;
  return { schema: textOf(node.schema_name), name: textOf(node.table_name) };
}

function faultOf(node: Node, pure: (name: string) => boolean | null): QueryFault | null {
  if (isThere(node.sample)) return { kind: 'sample' };
  if (node.class === 'PARAMETER') return { kind: 'syntax', near: '$' };
  if (node.type === 'SHOW_REF' && textOf(node.table_name) !== '') return { kind: 'not one select' };
  if (node.type === 'BASE_TABLE' && textOf(node.catalog_name) !== '')
    return { kind: 'table', name: `${textOf(node.catalog_name)}.${textOf(node.table_name)}`, near: null };
  if (node.type === 'TABLE_FUNCTION') {
    const name = textOf((node.function as Node | undefined)?.function_name);
    return TABLE_FUNCTIONS.has(name.toLowerCase()) ? null : { kind: 'function', name, why: 'reads elsewhere' };
  }
  if (node.class === 'COLUMN_REF') {
    const names = node.column_names as readonly unknown[];
    const name = textOf(names[0]);
    return names.length === 1 && CLOCKS.test(name) ? { kind: 'function', name, why: 'not pure' } : null;
  }
  return node.class === 'FUNCTION' || node.class === 'WINDOW' ? functionFault(textOf(node.function_name), pure) : null;
}

function functionFault(name: string, pure: (name: string) => boolean | null): QueryFault | null {
  if (name === '' || TABLE_FUNCTIONS.has(name.toLowerCase())) return null;
  const known = pure(name);
  if (known === true) return null;
  return { kind: 'function', name, why: known === null ? 'unknown' : 'not pure' };
}
