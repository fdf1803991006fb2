import { readArguments } from './arguments/arguments.js';
import { nearest } from './arguments/nearest.js';
import { COMMON, VERSION } from './arguments/option.js';
import { COMMANDS, type CommandName } from './commands/command-name.js';
import { load } from './commands/index.js';
import { commandHelp, overview, topic } from './commands/help.js';
import { version } from './commands/version.js';
import type { Environment } from './environment.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { Failure } from './failure.js';
import { chooseLanguage } from './language/choose.js';
import { wordsFor } from './language/words.js';
import { reportFault } from './output/report-fault.js';

/** Runs one command line to its end. Never throws: what goes wrong is told on stderr. */
export async function cli(environment: Environment): Promise<ExitCode> {
  const language = chooseLanguage(environment.args, environment.env);
  const words = wordsFor(language);
  const { name, rest } = commandFirst(environment.args);
  try {
    return await dispatch(name, rest, environment);
  } catch (error) {
    return await reportFault(error, { environment, language, words, command: isCommand(name) ? name : null });
  }
}

async function dispatch(
  name: string | undefined,
  rest: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const language = chooseLanguage(environment.args, environment.env);
  const words = wordsFor(language);
  const { stdout, stderr } = environment;
  if (name === undefined) {
    const args = readArguments(rest, [...COMMON, VERSION], words);
    if (args.has('version')) await stdout.write(`${version()}\n`);
    else await (args.has('help') ? stdout : stderr).write(overview(words));
    return args.has('version') || args.has('help') ? EXIT.ok : EXIT.usage;
  }
  if (name === 'version') {
    await stdout.write(`${version()}\n`);
    return EXIT.ok;
  }
  if (name === 'help') {
    const [about] = readArguments(rest, COMMON, words).positionals;
    const known = about === undefined ? overview(words) : await topic(about, words);
    if (known === null)
      throw new Failure(
        EXIT.usage,
        words.usage.unknownTopic(about ?? '', nearest(about ?? '', [...COMMANDS, 'exit-codes'])),
      );
    await stdout.write(known);
    return EXIT.ok;
  }
  if (!isCommand(name))
    throw new Failure(EXIT.usage, words.usage.unknownCommand(name, nearest(name, [...COMMANDS, 'help'])));
  const command = await load[name]();
  const args = readArguments(rest, [...command.options, ...COMMON], words);
  if (args.has('help')) {
    await stdout.write(commandHelp(name, command, words));
    return EXIT.ok;
  }
  return await command.run({ args, environment, language, words });
}

function isCommand(name: string | undefined): name is CommandName {
  return COMMANDS.some((command) => command === name);
}

/** The command's name and all other words: common options may stand before it (`benchbook --lang zh run ...`). */
function commandFirst(args: readonly string[]): {
  readonly name: string | undefined;
  readonly rest: readonly string[];
} {
  let at = 0;
  while (args[at]?.startsWith('-') === true) at += args[at] === '--lang' ? 2 : 1;
  const name = args[at];
  return { name, rest: name === undefined ? args : [...args.slice(0, at), ...args.slice(at + 1)] };
}
