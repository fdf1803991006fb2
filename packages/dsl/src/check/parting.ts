import type { Fix } from '../diagnostics/diagnostic.js';
import type { Declaration, Word } from '../syntax/nodes.js';
import type { Program } from '../syntax/program.js';
import { fileOf, textOf } from '../text/files.js';
import { removal } from './line-edits.js';

/** Two declarations of one name: what says the same twice is taken out once; what says another thing gets a name of its own. */
export function parting(program: Program, name: Word, declaration: Declaration, earlier: Declaration): Fix {
  const { files } = program;
  const [said, before] = [declaration, earlier].map(({ span }) => textOf(files, span).replace(/\s+/g, ' '));
  return said === before
    ? removal(fileOf(files, declaration.span), declaration)
    : { span: name.span, replacement: freeName(program, name.text) };
}

function freeName({ declarations }: Program, wanted: string): string {
  const taken = new Set(declarations.flatMap(({ name }) => name?.text.toLowerCase() ?? []));
  let count = 2;
  while (taken.has(`${wanted}_${count}`.toLowerCase())) count++;
  return `${wanted}_${count}`;
}
