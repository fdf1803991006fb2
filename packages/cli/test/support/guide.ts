/** A fenced block of a page, with the name of the file that is said on the line above it. */
export interface Step {
  readonly kind: string;
  readonly file: string | null;
  readonly content: string;
}

export const stepsOf = (text: string): Step[] =>
  [...text.matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, file, kind = '', content = '']) => ({
    kind,
    file: file ?? null,
    content,
  }));

/** The arguments of each `npx benchbook ...` line. */
export const commandsIn = (block: string): string[][] =>
  block
    .split('\n')
    .flatMap((line) => (line.startsWith('npx benchbook ') ? [wordsOf(line.slice('npx benchbook '.length))] : []));

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
