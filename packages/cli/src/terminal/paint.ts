/** What a piece of text means to the eye; a terminal turns it into a colour, a document into nothing. */
export type Tone = 'good' | 'bad' | 'warn' | 'quiet' | 'strong' | 'accent';

const CODES: Readonly<Record<Tone, readonly [number, number]>> = {
  good: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  quiet: [2, 22],
  strong: [1, 22],
  accent: [36, 39],
};

export type Paint = (text: string, tone: Tone | undefined) => string;

export const plain: Paint = (text) => text;

const coloured: Paint = (text, tone) => {
  if (tone === undefined || text === '') return text;
  const [on, off] = CODES[tone];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Colours only where a person looks at a terminal, and never against NO_COLOR or --no-color. */
export function choosePaint(options: {
  readonly isTerminal: boolean;
  readonly refused: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Paint {
  const { isTerminal, refused, env } = options;
  if (refused || !isTerminal || env.TERM === 'dumb') return plain;
  return (env.NO_COLOR ?? '') === '' ? coloured : plain;
}
