import type { SqlExpression, SqlOrder } from './expression.js';
import type { Output, Query, Relation, SqlOption, Statement } from './query.js';

/** Prints a statement in DuckDB's dialect. Parameters come out as `$name`. */
export function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'query':
      return printQuery(statement.query);
    case 'create':
      return `CREATE OR REPLACE ${statement.what.toUpperCase()} ${quote(statement.name)} AS ${printQuery(statement.query)}`;
    case 'drop':
      return `DROP ${statement.what.toUpperCase()} IF EXISTS ${quote(statement.name)}`;
    case 'copy':
      return `COPY (${printQuery(statement.query)}) TO ${text(statement.path)} (FORMAT ${statement.format})`;
  }
}

export function printQuery(query: Query): string {
  const clauses: string[] = [];
  if (query.with.length > 0)
    clauses.push(`WITH ${query.with.map((part) => `${quote(part.name)} AS (${printQuery(part.query)})`).join(', ')}`);
  clauses.push(`SELECT ${[...printEvery(query), ...query.columns.map(printOutput)].join(', ')}`);
  if (query.from) clauses.push(`FROM ${printRelation(query.from)}`);
  if (query.where) clauses.push(`WHERE ${print(query.where)}`);
  if (query.groupBy.length > 0) clauses.push(`GROUP BY ${query.groupBy.map(print).join(', ')}`);
  if (query.orderBy.length > 0) clauses.push(`ORDER BY ${query.orderBy.map(printOrder).join(', ')}`);
  if (query.limit !== null) clauses.push(`LIMIT ${query.limit}`);
  return clauses.join(' ');
}

function printEvery({ every, except }: Query): readonly string[] {
  if (every === false) return [];
  const all = every === true ? '*' : `${quote(every)}.*`;
  return [except.length === 0 ? all : `${all} EXCLUDE (${except.map(quote).join(', ')})`];
}

function printOutput(output: Output): string {
  return `${print(output.expression)} AS ${quote(output.as)}`;
}

function printRelation(relation: Relation): string {
  switch (relation.kind) {
    case 'table':
      return quote(relation.name) + printAlias(relation.as);
    case 'query':
      return `(${printQuery(relation.query)}) AS ${quote(relation.as)}`;
    case 'function': {
      const options = Object.entries(relation.options).map(([name, value]) => `${name} = ${printOption(value)}`);
      return `${relation.name}(${[...relation.arguments.map(print), ...options].join(', ')})${printAlias(relation.as)}`;
    }
    case 'values': {
      const rows = relation.rows.map((row) => `(${row.map(print).join(', ')})`);
      return `(VALUES ${rows.join(', ')}) AS ${quote(relation.as)}(${relation.columns.map(quote).join(', ')})`;
    }
    case 'union':
      return `(${relation.of.map(printQuery).join(' UNION ALL BY NAME ')}) AS ${quote(relation.as)}`;
    case 'join':
      return `${printRelation(relation.left)} ${relation.how.toUpperCase()} JOIN ${printRelation(relation.right)} ON ${print(relation.on)}`;
  }
}

function printAlias(as: string | null): string {
  return as === null ? '' : ` AS ${quote(as)}`;
}

function printOption(option: SqlOption): string {
  if (typeof option === 'string') return text(option);
  if (typeof option !== 'object') return String(option);
  if (isList(option)) return `[${option.map(printOption).join(', ')}]`;
  return `{${Object.entries(option)
    .map(([name, value]) => `${text(name)}: ${printOption(value)}`)
    .join(', ')}}`;
}

function isList(option: SqlOption): option is readonly SqlOption[] {
  return Array.isArray(option);
}

function print(expression: SqlExpression): string {
  switch (expression.kind) {
    case 'column':
      return expression.table === null
        ? quote(expression.name)
        : `${quote(expression.table)}.${quote(expression.name)}`;
    case 'parameter':
      return `$${expression.name}::${expression.type}`;
    case 'literal':
      return printLiteral(expression.value);
    case 'operator':
      return `(${print(expression.left)} ${expression.operator.toUpperCase()} ${print(expression.right)})`;
    case 'not':
      return `(NOT ${print(expression.of)})`;
    case 'isNull':
      return `(${print(expression.of)} IS ${expression.negated ? 'NOT ' : ''}NULL)`;
    case 'in':
      return `(${print(expression.of)} IN (${expression.values.map(print).join(', ')}))`;
    case 'case':
      return printCase(expression);
    case 'cast':
      return `${expression.lenient ? 'TRY_CAST' : 'CAST'}(${print(expression.of)} AS ${expression.type})`;
    case 'call':
      return `${expression.name}(${expression.arguments.map(print).join(', ')})`;
    case 'let':
      return `list_transform([${print(expression.value)}], lambda ${quote(expression.name)}: ${print(expression.body)})[1]`;
    case 'aggregate':
      return printAggregate(expression);
    case 'window':
      return printWindow(expression);
  }
}

function printLiteral(value: string | number | bigint | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return text(value);
  // Scientific notation makes DuckDB read a DOUBLE: a plain decimal literal would be a DECIMAL.
  if (typeof value === 'number' && !Number.isInteger(value)) return value.toExponential();
  return String(value);
}

function printCase(expression: Extract<SqlExpression, { kind: 'case' }>): string {
  const branches = expression.branches.map(({ when, then }) => `WHEN ${print(when)} THEN ${print(then)}`);
  const otherwise = expression.otherwise === null ? '' : ` ELSE ${print(expression.otherwise)}`;
  return `CASE ${branches.join(' ')}${otherwise} END`;
}

function printAggregate(expression: Extract<SqlExpression, { kind: 'aggregate' }>): string {
  const inside = expression.arguments.length === 0 ? '*' : expression.arguments.map(print).join(', ');
  const filter = expression.where === null ? '' : ` FILTER (WHERE ${print(expression.where)})`;
  return `${expression.name}(${expression.distinct ? 'DISTINCT ' : ''}${inside})${filter}`;
}

function printWindow(expression: Extract<SqlExpression, { kind: 'window' }>): string {
  const over: string[] = [];
  if (expression.partition.length > 0) over.push(`PARTITION BY ${expression.partition.map(print).join(', ')}`);
  if (expression.order.length > 0) over.push(`ORDER BY ${expression.order.map(printOrder).join(', ')}`);
  return `${expression.name}(${expression.arguments.map(print).join(', ')}) OVER (${over.join(' ')})`;
}

/** Missing values last, whichever way the order goes. */
function printOrder(order: SqlOrder): string {
  return `${print(order.by)} ${order.descending ? 'DESC' : 'ASC'} NULLS LAST`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
