import { displayWidth } from '@benchbook/dsl';
import { COMMON, VERSION, type OptionSpec } from '../arguments/option.js';
import { EXIT, type ExitName } from '../exit-codes.js';
import type { Words } from '../language/words.js';
import { pad } from '../terminal/pad.js';
import { wrap } from '../terminal/wrap.js';
import type { Command } from './command.js';
import { COMMANDS, type CommandName } from './command-name.js';
import { load } from './index.js';

const WIDTH = 100;

/** `benchbook --help`. */
export function overview(words: Words): string {
  const { help } = words;
  return page([
    [help.tagline],
    [help.usage, `  ${help.synopsis}`],
    [help.commands, ...pairs(COMMANDS.map((name) => [name, words.commands[name].summary]))],
    [help.options, ...optionLines([...COMMON, VERSION], words)],
    [help.more],
  ]);
}

/** `benchbook COMMAND --help`. */
export function commandHelp(name: CommandName, command: Command, words: Words): string {
  const { help } = words;
  const about = words.commands[name];
  return page([
    [about.summary],
    [help.usage, `  benchbook ${name} ${command.synopsis}`],
    about.details.flatMap((text) => wrap(text, WIDTH)),
    [help.options, ...optionLines([...command.options, ...COMMON], words)],
    [help.examples, ...about.examples.map((example) => `  ${example}`)],
  ]);
}

/** `benchbook help TOPIC`: a command or `exit-codes`; null when there is no such topic. */
export async function topic(name: string, words: Words): Promise<string | null> {
  if (name === 'exit-codes') return exitCodes(words);
  const command = COMMANDS.find((each) => each === name);
  return command === undefined ? null : commandHelp(command, await load[command](), words);
}

function exitCodes(words: Words): string {
  const names = Object.keys(EXIT) as ExitName[];
  return page([
    [words.help.exitCodesTitle, ...pairs(names.map((name) => [String(EXIT[name]), words.help.exitCodes[name]]))],
  ]);
}

function optionLines(specs: readonly OptionSpec[], words: Words): string[] {
  return pairs(specs.map((spec) => [optionForm(spec), words.options[spec.name]]));
}

function optionForm(spec: OptionSpec): string {
  const short = spec.short === undefined ? '' : `, -${spec.short}`;
  if (spec.value === null) return `--${spec.name}${short}`;
  return `--${spec.name} ${typeof spec.value === 'string' ? spec.value : spec.value.join('|')}${short}`;
}

/** Two columns; a left side that is too wide stands on a line of its own. */
function pairs(rows: readonly (readonly [string, string])[]): string[] {
  const widest = Math.min(28, Math.max(...rows.map(([left]) => displayWidth(left))));
  return rows.flatMap(([left, right]) => {
    const [first = '', ...more] = wrap(right, WIDTH - widest - 4);
    const under = more.map((line) => `  ${' '.repeat(widest)}  ${line}`);
    return displayWidth(left) > widest
      ? [`  ${left}`, `  ${' '.repeat(widest)}  ${first}`, ...under]
      : [`  ${pad(left, widest)}  ${first}`.trimEnd(), ...under];
  });
}

function page(sections: readonly (readonly string[])[]): string {
  return sections.map((lines) => lines.join('\n')).join('\n\n') + '\n';
}
