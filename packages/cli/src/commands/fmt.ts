import { chmod, stat, writeFile } from 'node:fs/promises';
import { format, formatEdits, parse, type Tree } from '@benchbook/dsl';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { withoutControls } from '../document/control-characters.js';
import { say } from '../output/say.js';
import { inPlaceOf, type Place } from '../output/write-atomically.js';
import { editLines } from '../rulebook/edit-lines.js';
import { ruleFiles } from '../rulebook/rule-files.js';
import { decoded, ruleText } from '../rulebook/rule-text.js';
import { choosePaint } from '../terminal/paint.js';
import { onlyFile, type Call, type Command } from './command.js';

/** How many places of a file `--check` shows. */
const SHOWN = 3;
const TONES = { '@': 'accent', '-': 'bad', '+': 'good' } as const;

/** `benchbook fmt [FILES|FOLDERS]`: brings rulebooks and notebooks into their one form. */
export const fmt: Command = {
  synopsis: '[FILE|FOLDER ...]',
  options: [
    { name: 'check', value: null },
    { name: 'stdin', value: null },
  ],
  run: async (call) => (call.args.has('stdin') ? await throughPipe(call) : await inFiles(call)),
};

async function throughPipe(call: Call): Promise<ExitCode> {
  const shown = onlyFile(call) ?? 'stdin.bench';
  const chunks: Uint8Array[] = [];
  for await (const chunk of call.environment.stdin()) chunks.push(chunk);
  const tree = parse(shown, decoded(Buffer.concat(chunks), shown, call));
  const formatted = format(tree);
  if (call.args.has('check')) return formatted === tree.text ? EXIT.ok : EXIT.unmet;
  await call.environment.stdout.write(formatted);
  return EXIT.ok;
}

async function inFiles(call: Call): Promise<ExitCode> {
  const places = await ruleFiles(call);
  // All are read before one is written: a file that is no text stops the command while nothing has changed.
  const trees = await Promise.all(
    places.map(async (place) => ({ place, tree: parse(place.shown, await ruleText(place, call)) })),
  );
  const other = trees.filter(({ tree }) => formatEdits(tree).length > 0);
  for (const { place, tree } of other)
    await (call.args.has('check') ? show(place, tree, call) : rewrite(place, tree, call));
  await tell(
    trees.map(({ tree }) => tree),
    other.length,
    call,
  );
  return call.args.has('check') && other.length > 0 ? EXIT.unmet : EXIT.ok;
}

async function rewrite(place: Place, tree: Tree, call: Call): Promise<void> {
  const { mode } = await stat(place.file);
  const write = async (beside: string): Promise<void> => {
    await writeFile(beside, format(tree));
    await chmod(beside, mode);
  };
  await inPlaceOf(place, write, call.words);
  await call.environment.stdout.write(`${call.words.fmt.formatted(place.shown)}\n`);
}

/** The file, and what would become of the first of its lines. */
async function show({ shown }: Place, tree: Tree, call: Call): Promise<void> {
  const { stdout, env } = call.environment;
  const paint = choosePaint({ isTerminal: stdout.isTerminal, refused: call.args.has('no-color'), env });
  const edits = formatEdits(tree);
  const lines = editLines(tree.text, edits, SHOWN).map(({ sign, text }) =>
    paint(sign === '@' ? `${shown}:${text}` : `${sign} ${withoutControls(text)}`, TONES[sign]),
  );
  const more = edits.length > SHOWN ? [call.words.fmt.more(edits.length - SHOWN)] : [];
  await stdout.write([...lines, ...more, ''].join('\n') + '\n');
}

async function tell(trees: readonly Tree[], other: number, call: Call): Promise<void> {
  const { fmt: words } = call.words;
  for (const tree of trees) {
    const broken = tree.declarations.filter((one) => one.broken);
    const [first] = broken;
    if (first)
      await say(call.environment, words.left(tree.file, tree.lines.line(first.span.start), broken.length), 'warn');
  }
  const sentence = call.args.has('check') ? words.wouldChange(trees.length, other) : words.changed(trees.length, other);
  await say(call.environment, sentence, 'quiet');
}
