/** As much of the reference parser of CommonMark as the tests use. */
declare module 'commonmark' {
  export interface Node {
    readonly type: string;
    readonly parent: Node | null;
    readonly firstChild: Node | null;
    readonly next: Node | null;
    /** The info string of a fenced block; empty or null for other code. */
    readonly info: string | null;
    readonly literal: string | null;
    /** First and last line and column, from 1. */
    readonly sourcepos: readonly [readonly [number, number], readonly [number, number]];
    readonly _isFenced?: boolean;
  }
  export class Parser {
    parse(text: string): Node;
  }
}
