import type { Span } from '../text/span.js';
import type { Analysis } from './analysis.js';
import type { RowFacts } from './data-facts.js';
import { shareText } from './figures.js';
import { words } from './words.js';

interface NamedNumber {
  readonly path: string;
  readonly span: Span;
}

/** The number with a path that an offset stands in; null where none stands. */
export function numberAt({ model }: Analysis, offset: number): NamedNumber | null {
  if (model === null) return null;
  const { files: _, ...parts } = model;
  return find(parts, offset);
}

/** Goes down the model to the number; only parts whose span holds the offset are looked into. */
function find(part: unknown, offset: number): NamedNumber | null {
  if (typeof part !== 'object' || part === null) return null;
  if (Array.isArray(part)) return part.reduce<NamedNumber | null>((found, one) => found ?? find(one, offset), null);
  const { span, path, value } = part as { span?: Span; path?: unknown; value?: unknown };
  if (span && (offset < span.start || offset > span.end)) return null;
  if (span && typeof path === 'string' && value !== undefined) return { path, span };
  return Object.values(part).reduce<NamedNumber | null>((found, one) => found ?? find(one, offset), null);
}

/** A row of a table with what it did, by the facts. */
export interface KnownRow {
  readonly span: Span;
  readonly decided: string;
  readonly failed: readonly { readonly name: string; readonly value: string }[];
}

/** The row of a table that an offset stands in; null where nothing is known of it. */
export function rowAt(analysis: Analysis, offset: number): KnownRow | null {
  const found = rowsWithFacts(analysis).find(({ span }) => span.start <= offset && offset <= span.end);
  if (found === undefined) return null;
  const { decided, failed } = found.facts;
  const whole = analysis.facts?.population?.size ?? 0;
  const fails = failed === null ? [] : [{ name: words(analysis).failing, value: shareText(analysis, failed, decided) }];
  return { span: found.span, decided: shareText(analysis, decided, whole), failed: fails };
}

/** Every row of the file's tables of which something is known. */
export function rowsWithFacts({
  model,
  facts,
}: Analysis): readonly { readonly span: Span; readonly facts: RowFacts }[] {
  if (model === null || facts === null) return [];
  const { benchmarks, waivers, levels, bands, tiers } = model;
  return [...benchmarks, ...waivers, ...levels, ...bands, ...tiers].flatMap(({ name, table }) =>
    table.rows.flatMap((row) => {
      const known = facts.rows[name]?.find(({ text }) => text === row.text);
      return known ? [{ span: row.span, facts: known }] : [];
    }),
  );
}
