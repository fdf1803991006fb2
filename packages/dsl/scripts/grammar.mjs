/**
 * Compiles the files of grammar/ to src/syntax/generated/parser.js with its .d.ts, and puts the same two files
 * into dist, where tsc would not copy them. Does nothing when they are up to date.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The rules that a text may be read by, each with the TypeScript type it gives as seen from src/syntax/generated.
 *
 * @type {Record<string, string>}
 */
const startRules = {
  ...Object.fromEntries(
    [
      ...[
        'Rulebook',
        'Use',
        'Source',
        'Param',
        'Context',
        'Population',
        'Band',
        'Lookup',
        'Metric',
        'Benchmark',
        'Apply',
      ],
      ...['Waiver', 'Level', 'Tier', 'Score', 'Target', 'Check', 'Test', 'Show'],
      ...[
        'Action',
        'Resource',
        'Budget',
        'Phase',
        'Funnel',
        'Cohort',
        'Projection',
        'Correlate',
        'Simulate',
        'Optimise',
      ],
      'Require',
      ...['Scenario', 'Input', 'Sweep', 'Seek', 'Rank'],
    ].map((rule) => [rule, "import('../nodes.js').Statement"]),
  ),
  OrderedCondition: "import('../nodes.js').ConditionNode",
  TextCondition: "import('../nodes.js').ConditionNode",
  ThresholdCell: "import('../nodes.js').ThresholdNode",
  NumberCell: "import('../nodes.js').NumberNode",
  DateCell: "import('../nodes.js').DateNode",
  TextCell: "import('../nodes.js').TextNode",
  ExpressionCell: "import('../nodes.js').ExpressionNode",
  HeaderCell: "import('../nodes.js').ExpressionNode",
  ColumnTypeCell: "import('../nodes.js').ColumnTypeNode",
  OriginCell: "import('../nodes.js').OriginNode",
  EstimateCell: "import('../planning-nodes.js').EstimateNode",
  MomentCell: "import('../planning-nodes.js').MomentNode",
  AmountCell: "import('../planning-nodes.js').AmountNode",
  TimingCell: "readonly import('../planning-nodes.js').TimingNode[]",
  PathCell: "import('../nodes.js').PathNode",
};

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** The grammar, in the order in which it is read. The first file holds what runs before the rules. */
const GRAMMAR = ['bench.peggy', 'peers.peggy', 'time.peggy', 'planning.peggy', 'scenario.peggy'];
const generated = here('src/syntax/generated');
const built = here('dist/syntax/generated');

/** Brings the generated parser up to date; returns whether there was anything to do. */
export async function compileGrammar() {
  const grammar = sources();
  const stamp = `// Generated from grammar/, do not edit. ${fingerprint(grammar)}`;
  const fresh = firstLine(`${generated}/parser.js`) === stamp;
  if (!fresh) await generate(grammar, stamp);
  if (firstLine(`${built}/parser.js`) !== stamp) cpSync(generated, built, { recursive: true });
  return !fresh;
}

/** As Peggy takes a grammar of several files. */
export const sources = () =>
  GRAMMAR.map((name) => ({ source: `grammar/${name}`, text: readFileSync(here(`grammar/${name}`), 'utf8') }));

async function generate(grammar, stamp) {
  const { default: peggy } = await import('peggy');
  const rules = ['Reader', ...Object.keys(startRules)];
  const parser = peggy.generate(grammar, {
    format: 'es',
    output: 'source',
    allowedStartRules: rules,
  });
  mkdirSync(generated, { recursive: true });
  writeFileSync(`${generated}/parser.d.ts`, declarations());
  writeFileSync(`${generated}/parser.js`, `${stamp}\n${parser}`);
}

function declarations() {
  return `export interface Expectation {
  readonly type: 'literal' | 'class' | 'any' | 'end' | 'other';
  readonly text?: string;
  readonly description?: string;
}

/** What each rule gives. */
export interface StartRules {
${Object.entries(startRules)
  .map(([rule, type]) => `  ${rule}: ${type};`)
  .join('\n')}
}

/** What was read, or where it stopped (in the text) and what would have been taken there. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly at: number; readonly expected: readonly Expectation[] };

/** Reads a text by a rule; offsets in what it gives begin at \`from\`. */
export type Reader = <Rule extends keyof StartRules>(rule: Rule, text: string, from: number) => Outcome<StartRules[Rule]>;

export declare function parse(text: '', options: { readonly startRule: 'Reader'; readonly reserved: ReadonlySet<string> }): Reader;
`;
}

const fingerprint = (grammar) =>
  createHash('sha256')
    .update(JSON.stringify(grammar))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex')
    .slice(0, 16);

const firstLine = (path) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n', 1)[0] : undefined);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    if (await compileGrammar()) console.log('grammar/ compiled');
  } catch (error) {
    // Peggy's own rendering shows the line and a caret under the mistake.
    console.error(error.format?.(sources()) ?? error);
    process.exitCode = 1;
  }
}
