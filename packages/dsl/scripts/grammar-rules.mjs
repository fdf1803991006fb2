/**
 * Writes docs/language/grammar-rules.md: the grammar as EBNF, made from the files of grammar/ that the parser is made of.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import peggy from 'peggy';
import { sources } from './grammar.mjs';

const page = fileURLToPath(new URL('../../../docs/language/grammar-rules.md', import.meta.url));

const OPENING = `# The grammar, rule by rule

Made from [packages/dsl/grammar](../../packages/dsl/grammar) by \`npm run --prefix packages/dsl grammar-rules\`; a test holds the two together. How text is cut into lines and
declarations before these rules see it stands in [grammar.md](grammar.md), what everything means in [reference.md](reference.md).

\`a b\` is a then b, \`a | b\` a or else b (the first that fits), \`a?\` perhaps, \`a*\` any number of times, \`a+\` at least once, \`a % b\` several with b between them,
\`&a\` only where a follows, \`!a\` only where it does not; \`/…/\` is a sign of a set. White space may stand between any two parts; \`_\` is not shown.
`;

const TITLES = {
  'bench.peggy': 'Rulebooks',
  'peers.peggy': 'Peers',
  'time.peggy': 'Dates and windows',
  'planning.peggy': 'Plans',
  'scenario.peggy': 'What if',
};

/** The page as it should be. */
export function grammarRules() {
  return [OPENING, ...sources().map(section)].join('\n');
}

function section({ source, text }) {
  const name = source.replace(/^.*\//, '');
  const { rules } = peggy.parser.parse(text, { grammarSource: source, reservedWords: [] });
  const shown = rules.filter(({ name }) => !HIDDEN.has(name));
  const groups = new Map();
  for (const rule of shown) {
    const heading = headingBefore(text, rule.location.start.offset);
    groups.set(heading, [...(groups.get(heading) ?? []), rule]);
  }
  const parts = [...groups].map(([heading, own]) => {
    const title = heading === null ? [] : [`### ${heading}`, ''];
    return [...title, '```ebnf', ...own.map(line), '```', ''].join('\n');
  });
  return [`## ${TITLES[name] ?? name}`, '', ...parts].join('\n');
}

/** Rules of white space, and the one by which the parser is entered. */
const HIDDEN = new Set(['Reader', '_', 'w', '__']);

function headingBefore(text, offset) {
  const found = [...text.slice(0, offset).matchAll(/^\/\/ ── (.*?) ─+$/gm)].at(-1);
  return found?.[1] ?? null;
}

const line = ({ name, expression }) => `${name} = ${print(expression, 'choice')} ;`;

/** How tightly each kind of node binds: a looser one inside a tighter one stands in brackets. */
const BINDS = { choice: 0, sequence: 1, tight: 2 };

function print(node, around) {
  switch (node.type) {
    case 'named':
    case 'action':
    case 'labeled':
    case 'text':
    case 'group':
      return print(node.expression, around);
    case 'choice':
      return bracketed(
        node.alternatives
          .map((one) => print(one, 'sequence'))
          .filter(Boolean)
          .join(' | '),
        'choice',
        around,
      );
    case 'sequence': {
      const parts = node.elements.map((one) => print(one, 'tight')).filter(Boolean);
      return parts.length === 1 ? parts[0] : bracketed(parts.join(' '), 'sequence', around);
    }
    case 'optional':
      return suffixed(node.expression, '?');
    case 'zero_or_more':
      return suffixed(node.expression, '*');
    case 'one_or_more':
      return suffixed(node.expression, '+');
    case 'repeated': {
      const least = node.min?.value ?? node.max?.value ?? 0;
      const between = node.delimiter && print(node.delimiter, 'tight');
      if (!between) return suffixed(node.expression, least > 0 ? '+' : '*');
      const list = bracketed(`${print(node.expression, 'tight')} % ${between}`, 'sequence', around);
      return least > 0 ? list : `(${list})?`;
    }
    case 'simple_and':
    case 'simple_not': {
      const inside = print(node.expression, 'tight');
      return inside && `${node.type === 'simple_and' ? '&' : '!'}${inside}`;
    }
    case 'rule_ref':
      return HIDDEN.has(node.name) ? '' : node.name;
    case 'literal':
      return node.value === '' ? '()' : JSON.stringify(node.value);
    case 'class':
      return `/${signsOf(node)}/`;
    case 'any':
      return '/./';
    default:
      // Conditions in code: what they hold is said where the language is described.
      return '';
  }
}

function suffixed(expression, suffix) {
  const inside = print(expression, 'tight');
  return inside && `${inside}${suffix}`;
}

const bracketed = (text, own, around) => (text.includes(' ') && BINDS[own] < BINDS[around] ? `(${text})` : text);

function signsOf({ inverted, parts, unicode }) {
  const one = (part) => (part.type === 'classEscape' ? `\\${part.value}` : escaped(part));
  const signs = parts.map((part) =>
    Array.isArray(part) ? part.map(one).join('-') : typeof part === 'string' ? escaped(part) : unicodeSet(part),
  );
  return `[${inverted ? '^' : ''}${signs.join('')}]${unicode ? '' : ''}`;
}

const unicodeSet = (part) => (part.type === 'classEscape' ? `\\${part.value}` : String(part.value ?? ''));
const escaped = (sign) =>
  JSON.stringify(sign)
    .slice(1, -1)
    .replace(/[\]\\^-](?!n|t|r|u)/g, '\\$&');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(page, grammarRules());
