import type { Tone } from '../terminal/paint.js';

/** What commands say, before it is known whether a terminal or a Markdown page shows it. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | Table
  | Bars;

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
}

export interface TableColumn {
  readonly label: string;
  readonly align?: 'left' | 'right';
  /** May be broken over several lines when the terminal is narrow. */
  readonly flexible?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Horizontal bars; `share` is a fraction of the longest possible bar. */
export interface Bars {
  readonly kind: 'bars';
  readonly rows: readonly { readonly label: string; readonly figures: readonly string[]; readonly share: number }[];
}

export const title = (text: string): Block => ({ kind: 'title', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string, tone?: Tone): Block =>
  tone === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, tone };
export const list = (items: readonly Cell[]): Block => ({ kind: 'list', items });
export const cell = (text: string | null, tone?: Tone): Cell =>
  tone === undefined ? { text: text ?? '' } : { text: text ?? '', tone };
