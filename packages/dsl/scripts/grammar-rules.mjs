/**
 * Writes the rules of the grammar down as EBNF, in docs/language/grammar-rules.md: what a text may say, without what
 * is made of it. `--print` gives the page to the standard output instead.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import peggy from 'peggy';
import { sources } from './grammar.mjs';

const PAGE = fileURLToPath(new URL('../../../docs/language/grammar-rules.md', import.meta.url));
const WIDTH = 110;

const INTRODUCTION = `# The grammar, rule by rule

<!-- Written by packages/dsl/scripts/grammar-rules.mjs from packages/dsl/grammar. Do not edit: run npm run --prefix packages/dsl grammar-rules. -->

Every rule by which a rulebook is read, generated from [the grammar itself](../../packages/dsl/grammar). What comes before and after these rules is told in
[how text is read](grammar.md); what the words mean, in [the language](reference.md).

- \`|\` is a choice, in which the first that fits is taken; \`?\` is what may be missing, \`*\` what may be repeated or missing, \`+\` what stands at least once.
- A declaration is read by the rule named after its first word (\`population\` by \`Population\`), a \`table\` by \`Lookup\`.
- Spaces and ends of lines between the parts, which most rules allow, are left out, and so is that a word ends where no further letter follows.
- In ⟨ ⟩ stands a condition that takes up no text: \`⟨ahead: X⟩\` where X must follow, \`⟨not ahead: X⟩\` where it must not.
- Cells of tables are kept as written, and read by the rules whose names end with Cell or Condition once the kind of their column is known.
`;

/** The conditions that stand in the grammar as code, by that code. */
const CONDITIONS = new Map([
  ['return reserved.has(text)', 'a reserved word'],
  ['return startsLine()', 'at the beginning of a line'],
  ["return raw.trim() !== ''", 'more than spaces'],
]);

/** White space and the end of a word. */
const HIDDEN = new Set(['_', 'w']);

/** How tightly the parts of an expression hold together: what is looser than its surroundings goes into brackets. */
const CHOICE = 0;
const SEQUENCE = 1;
const PART = 2;

/** The page. */
export const grammarRules = () => `${INTRODUCTION}\n${sources().map(chapter).join('\n')}`;

function chapter({ source, text }) {
  const title = capital(source.replace(/^grammar\/|\.peggy$/g, ''));
  const sections = sectionsOf(text).map(({ name, entries }) => {
    const heading = name === title ? '' : `### ${name}\n\n`;
    return `${heading}\`\`\`ebnf\n${entries.join('\n')}\n\`\`\`\n`;
  });
  return `## ${title}\n\n${sections.join('\n')}`;
}

/** The rules under each heading of a grammar file, with the comments above them. */
function sectionsOf(text) {
  const rules = new Map(
    peggy.parser.parse(text, { reservedWords: [] }).rules.map((rule) => [rule.location.start.line, rule]),
  );
  const sections = [];
  for (const [index, line] of text.split('\n').entries()) {
    const heading = /^\/\/ ── (.*?) ─+$/.exec(line)?.[1];
    const comment = /^\/\/ (.*)$/.exec(line)?.[1];
    const rule = rules.get(index + 1);
    if (heading !== undefined) sections.push({ name: heading, entries: [] });
    else if (sections.length === 0) continue;
    else if (comment !== undefined) sections.at(-1).entries.push(`/* ${comment} */`);
    else if (rule !== undefined && !HIDDEN.has(rule.name)) sections.at(-1).entries.push(written(rule, text));
    else if (line === '') sections.at(-1).entries.push('');
  }
  return sections.map(({ name, entries }) => ({ name, entries: trimmed(entries) }));
}

/** Without empty lines at either end. */
const trimmed = (entries) =>
  entries
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .split('\n');

/** A rule, each choice on a line of its own where they do not go onto one. */
function written(rule, text) {
  const expression = inner(rule.expression);
  const print = (part, tightness) => ebnf(part, text, tightness);
  const alternatives = (expression.type === 'choice' ? expression.alternatives : [expression]).map((part) => {
    const shown = partsOf(part).filter((each) => print(each, PART) !== null);
    return shown.map((each) => print(each, shown.length === 1 ? CHOICE : PART));
  });
  const line = `${rule.name} ::= ${alternatives.map((parts) => parts.join(' ')).join(' | ')}`;
  if (line.length <= WIDTH) return line;
  const margin = ' '.repeat(rule.name.length + 1);
  return alternatives
    .map((parts, index) => `${index === 0 ? `${rule.name} ::=` : `${margin}  |`} ${folded(parts, `${margin}    `)}`)
    .join('\n');
}

/** Parts one behind the other, folded where the line is full. */
function folded(parts, margin) {
  const lines = [''];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== '' && margin.length + line.length + part.length > WIDTH) lines.push(part);
    else lines[lines.length - 1] = line === '' ? part : `${line} ${part}`;
  }
  return lines.join(`\n${margin}`);
}

/** What an expression takes, or null for the white space that is left out. */
function ebnf(expression, text, tightness) {
  const part = inner(expression);
  const within = (each, holds) => ebnf(each, text, holds);
  const wrapped = (printed, holds) => (holds < tightness ? `(${printed})` : printed);
  const repeated = (sign) => {
    const what = within(part.expression, PART);
    return what && `${what}${sign}`;
  };
  switch (part.type) {
    case 'choice': {
      const choices = part.alternatives.flatMap((each) => within(each, SEQUENCE) ?? []);
      return wrapped(choices.join(' | '), CHOICE);
    }
    case 'sequence': {
      const parts = part.elements.flatMap((each) => within(each, PART) ?? []);
      if (parts.length === 0) return null;
      return parts.length === 1 ? parts[0] : wrapped(parts.join(' '), SEQUENCE);
    }
    case 'optional':
      return repeated('?');
    case 'zero_or_more':
      return isSpace(part.expression) ? null : repeated('*');
    case 'one_or_more':
      return isSpace(part.expression) ? '⟨space⟩' : repeated('+');
    case 'repeated':
      return listed(part, within, wrapped);
    case 'rule_ref':
      return HIDDEN.has(part.name) ? null : part.name;
    case 'literal':
      return quoted(part.value);
    case 'class':
      return text.slice(part.location.start.offset, part.location.end.offset);
    case 'any':
      return '⟨any sign⟩';
    case 'simple_and':
      return ahead(within(part.expression, CHOICE), 'ahead');
    case 'simple_not':
      return inner(part.expression).type === 'any' ? '⟨end⟩' : ahead(within(part.expression, CHOICE), 'not ahead');
    case 'semantic_and':
      return `⟨${condition(part)}⟩`;
    case 'semantic_not':
      return `⟨not ${condition(part)}⟩`;
    default:
      throw new Error(`How is "${part.type}" written in EBNF?`);
  }
}

/** `X|1.., ","|`: one after the other, with something between them. */
function listed({ min, max, delimiter, expression }, within, wrapped) {
  if ((min?.value ?? 0) > 1 || max.value !== null)
    throw new Error('Only lists of at least none or one are written down.');
  const item = within(expression, PART);
  const between = delimiter && within(delimiter, SEQUENCE);
  const items = `${item} (${between ? `${between} ` : ''}${item})*`;
  return (min?.value ?? 0) === 0 ? `(${items})?` : wrapped(items, SEQUENCE);
}

/** An expression without what only names it or computes with it. */
function inner(expression) {
  const transparent = ['action', 'labeled', 'text', 'group', 'named'];
  return transparent.includes(expression.type) ? inner(expression.expression) : expression;
}

function partsOf(expression) {
  const part = inner(expression);
  return part.type === 'sequence' ? part.elements : [part];
}

/** `[ \t]` or `[ \t\n]`. */
function isSpace(expression) {
  const part = inner(expression);
  return part.type === 'class' && !part.inverted && part.parts.every((sign) => [' ', '\t', '\n'].includes(sign));
}

function condition({ code }) {
  const words = CONDITIONS.get(code.trim());
  if (words === undefined) throw new Error(`Say in CONDITIONS what "${code.trim()}" means.`);
  return words;
}

const ahead = (what, how) => what && `⟨${how}: ${what}⟩`;
const quoted = (value) => (value.includes('"') ? `'${value}'` : JSON.stringify(value));
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

const page = grammarRules();
if (process.argv.includes('--print')) process.stdout.write(page);
else writeFileSync(PAGE, page);
