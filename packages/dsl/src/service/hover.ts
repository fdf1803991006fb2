import type { NameUse } from '../check/uses.js';
import type { Span } from '../text/span.js';
import { placeOf } from '../text/files.js';
import { isOwn, locationOf, textAt } from './analysis.js';
import type { Analysis, Location } from './analysis.js';
import type { Bin } from './data-facts.js';
import { describe } from './describe.js';
import { functionHelp, JUDGEMENT_HELP } from './functions.js';
import { numberAt, rowAt } from './numbers.js';
import { explained, NOUN_HELP, WORD_HELP } from './nouns.js';
import { tokens } from './tokens.js';
import { words } from './words.js';

/** A line of a hover: a name and what is known under it. */
export interface Detail {
  readonly name: string;
  readonly value: string;
}

/** What is known of the thing under the cursor. Plain data: an editor lays it out, or takes `hoverMarkdown`. */
export interface Hover {
  readonly span: Span;
  /** `metric contact_density`; of a function how it is called. */
  readonly title: string;
  readonly label: string | null;
  /** The `##` lines above its declaration, or what a word of the language means. */
  readonly doc: string | null;
  readonly details: readonly Detail[];
  /** How the values are distributed. */
  readonly bins: readonly Bin[];
  /** Where it is declared. */
  readonly declared: Location | null;
}

/** What there is to say about an offset; null where that is nothing. */
export function hoverAt(analysis: Analysis, offset: number): Hover | null {
  const use = analysis.names.at(offset);
  if (use) return hoverOfName(analysis, use);
  return hoverOfNumber(analysis, offset) ?? hoverOfWord(analysis, offset);
}

function hoverOfName(analysis: Analysis, { span, means }: NameUse): Hover {
  const { kind, name } = means;
  const { language } = analysis;
  const bare = { span, label: null, details: [], bins: [], declared: null };
  if (kind === 'function') {
    const help = functionHelp(name);
    return { ...bare, title: `${name}(${help?.parameters.join(', ') ?? ''})`, doc: explained(help, language) };
  }
  if (kind === 'judgement') return { ...bare, title: name, doc: explained(JUDGEMENT_HELP[name], language) };
  const definition = analysis.names.definition(means);
  const declared = definition && locationOf(analysis, definition.span);
  const { label, doc, details, bins } = describe(analysis, means);
  const where = definition ? [{ name: words(analysis).declared, value: placeText(analysis, definition.span) }] : [];
  return { span, title: titleOf(analysis, means), label, doc, details: [...details, ...where], bins, declared };
}

/** `line 12`, or `other.bench, line 12`. */
function placeText(analysis: Analysis, span: Span): string {
  const { file, line } = placeOf(analysis.program.files, span);
  const said = words(analysis).line(line);
  return isOwn(analysis, span) ? said : `${file}, ${said}`;
}

function titleOf(analysis: Analysis, { kind, owner, name }: NameUse['means']): string {
  const told = words(analysis);
  if (owner === null) return `${told.noun(kind)} ${name}`;
  if (kind === 'column') return `${name} · ${told.columnOf(owner)}`;
  return `${name} · ${kind === 'label' ? told.labelOf(owner) : told.termOf(owner)}`;
}

/** A number with a path, and what its row did. */
function hoverOfNumber(analysis: Analysis, offset: number): Hover | null {
  const number = numberAt(analysis, offset);
  const row = rowAt(analysis, offset);
  if (number === null && row === null) return null;
  const span = number?.span ?? row?.span ?? { start: offset, end: offset };
  const told = words(analysis);
  const path = number ? [{ name: told.path, value: number.path }] : [];
  const did = row ? [{ name: told.decided, value: row.decided }, ...row.failed] : [];
  const title = textAt(analysis, span).trim();
  return { span, title, label: null, doc: null, details: [...path, ...did], bins: [], declared: null };
}

/** A word of the language. */
function hoverOfWord(analysis: Analysis, offset: number): Hover | null {
  const token = tokens(analysis, { start: offset, end: offset + 1 }).find(
    ({ kind }) => kind === 'noun' || kind === 'keyword',
  );
  if (token === undefined) return null;
  const word = textAt(analysis, token);
  const doc = explained((token.kind === 'noun' ? NOUN_HELP : WORD_HELP)[word], analysis.language);
  const span = { start: token.start, end: token.end };
  return doc === null ? null : { span, title: word, label: null, doc, details: [], bins: [], declared: null };
}

/** A hover as Markdown: for editors that show nothing else. */
export function hoverMarkdown({ title, label, doc, details, bins }: Hover): string {
  const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
  const heading = `**${escaped(title)}**${label === null ? '' : ` — ${escaped(label)}`}`;
  const known = details.map(({ name, value }) => `- ${escaped(name)}: ${escaped(value)}`).join('\n');
  return [heading, doc === null ? '' : escaped(doc), known, bins.length > 1 ? sparkline(bins) : '']
    .filter((part) => part !== '')
    .join('\n\n');
}

const BARS = '▁▂▃▄▅▆▇█';

/** The counts of bins in one line of text. */
export function sparkline(bins: readonly Bin[]): string {
  const most = Math.max(...bins.map(({ count }) => count), 1);
  return bins
    .map(({ count }) => (count === 0 ? ' ' : BARS.charAt(Math.ceil((count / most) * BARS.length) - 1)))
    .join('');
}
