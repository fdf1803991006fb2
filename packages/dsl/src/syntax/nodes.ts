import type { Span } from '../text/span.js';
import type { Noun } from './nouns.js';
import type { PlanningClause } from './planning-nodes.js';
import type { ScenarioClause } from './scenario-nodes.js';

export type * from './scenario-nodes.js';

/** A name or a keyword where it stands. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** A quoted text, quotes and escapes removed. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
}

/** A number as written: `1亿5千万`, then perhaps `%`, `pp`, `元`, a currency or a duration, and `per` something. */
export interface NumberNode {
  readonly kind: 'number';
  readonly numeral: string;
  readonly unit: string | null;
  readonly per: string | null;
  readonly span: Span;
}

/** `2025-12-31`, or a month `2025-12`. */
export interface DateNode {
  readonly kind: 'date';
  readonly text: string;
  readonly span: Span;
}

export interface NameNode {
  readonly kind: 'name';
  readonly name: string;
  readonly span: Span;
}

export type Literal = TextNode | NumberNode | DateNode;

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly (Literal | NameNode)[];
  readonly span: Span;
}

/** `a..b`, `a..<b`; in a condition also `a<..b`, `a<..<b`. */
export interface RangeNode {
  readonly kind: 'range';
  readonly low: NumberNode | DateNode;
  readonly high: NumberNode | DateNode;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
  readonly span: Span;
}

export type Operator = '+' | '-' | '*' | '/';
export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type MatchWord = 'contains' | 'starts' | 'ends' | 'word';

/** `count(distinct contacts.department of key_accounts within industry over 12 months where …)`: every part after the arguments is optional. */
export interface CallNode {
  readonly kind: 'call';
  readonly name: Word;
  readonly distinct: boolean;
  readonly arguments: readonly ExpressionNode[];
  readonly by: ExpressionNode | null;
  readonly of: Word | null;
  readonly within: ExpressionNode | null;
  readonly over: WindowNode | null;
  readonly on: ExpressionNode | null;
  readonly where: ExpressionNode | null;
  readonly span: Span;
}

/** `over 12 months by paid_on`. */
export interface WindowNode {
  readonly kind: 'window';
  readonly length: NumberNode | NameNode;
  readonly by: Word | null;
  readonly span: Span;
}

/** `contacts.department`, `risk.points`. */
export interface MemberNode {
  readonly kind: 'member';
  readonly of: Word;
  readonly member: Word;
  readonly span: Span;
}

interface At {
  readonly span: Span;
}

export type ExpressionNode =
  | Literal
  | NameNode
  | MemberNode
  | CallNode
  | ListNode
  | (At & {
      readonly kind: 'arithmetic';
      readonly operator: Operator;
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    })
  | (At & {
      readonly kind: 'compare';
      readonly operator: Comparator;
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    })
  | (At & { readonly kind: 'and' | 'or'; readonly left: ExpressionNode; readonly right: ExpressionNode })
  | (At & { readonly kind: 'not' | 'negate'; readonly of: ExpressionNode })
  | (At & {
      readonly kind: 'in';
      readonly value: ExpressionNode;
      readonly negated: boolean;
      readonly list: ListNode | NameNode | CallNode | MemberNode;
    })
  | (At & { readonly kind: 'as of' })
  | (At & { readonly kind: 'since'; readonly unit: Word; readonly of: ExpressionNode })
  | (At & { readonly kind: 'recent'; readonly value: ExpressionNode; readonly length: NumberNode })
  | (At & { readonly kind: 'inside'; readonly value: ExpressionNode; readonly range: RangeNode })
  | (At & {
      readonly kind: 'match';
      readonly value: ExpressionNode;
      readonly how: MatchWord;
      readonly texts: readonly TextNode[];
    })
  | (At & { readonly kind: 'is-missing'; readonly value: ExpressionNode; readonly negated: boolean });

/** A cell's text, trimmed but otherwise as written. The span of a blank cell is the room between its bars. */
export interface CellNode {
  readonly raw: string;
  readonly span: Span;
}

export interface RowNode {
  readonly cells: readonly CellNode[];
  readonly span: Span;
}

export interface TableNode {
  readonly header: RowNode;
  readonly rows: readonly RowNode[];
  readonly span: Span;
}

/** A unit as written after `in`: `contacts per 亿元` has two terms. */
export interface UnitNode {
  readonly terms: readonly Word[];
  readonly span: Span;
}

/** Clauses that say one word. */
type Naming<Kind extends string> = Kind extends string ? { readonly kind: Kind; readonly name: Word } : never;

export type Clause = At &
  (
    | { readonly kind: 'version'; readonly text: TextNode }
    | { readonly kind: 'use'; readonly path: TextNode }
    | { readonly kind: 'of'; readonly name: Word }
    | { readonly kind: 'from'; readonly path: TextNode }
    | { readonly kind: 'not available' }
    | Naming<'key' | 'named' | 'encoding' | 'duplicates'>
    | { readonly kind: 'aliases'; readonly name: Word; readonly table: TableNode }
    | { readonly kind: 'delimiter'; readonly text: TextNode }
    | { readonly kind: 'missing'; readonly texts: readonly TextNode[] }
    | { readonly kind: 'value'; readonly value: Literal | NameNode | ListNode }
    | { readonly kind: 'source'; readonly text: TextNode }
    | { readonly kind: 'dated'; readonly date: DateNode }
    | { readonly kind: 'as of'; readonly date: DateNode }
    | {
        readonly kind: 'hit';
        readonly name: Word;
        readonly how: Word | null;
        readonly order: Word | null;
        readonly outputs: ListNode | null;
      }
    | { readonly kind: 'where'; readonly condition: ExpressionNode }
    | { readonly kind: 'top'; readonly amount: NumberNode; readonly by: ExpressionNode }
    | { readonly kind: 'in'; readonly unit: UnitNode }
    | { readonly kind: 'formula'; readonly expression: ExpressionNode }
    | { readonly kind: 'if empty'; readonly value: NumberNode }
    | { readonly kind: 'if missing'; readonly value: NumberNode }
    | { readonly kind: 'shortfall scale'; readonly value: NumberNode }
    | { readonly kind: 'benchmarks'; readonly combine: Word | null; readonly names: readonly Word[] }
    | { readonly kind: 'to'; readonly name: Word }
    | { readonly kind: 'by'; readonly expressions: readonly ExpressionNode[] }
    | { readonly kind: 'by date'; readonly date: DateNode }
    | { readonly kind: 'times'; readonly value: NumberNode }
    | { readonly kind: 'peers'; readonly value: NumberNode }
    | { readonly kind: 'condition'; readonly expression: ExpressionNode }
    | { readonly kind: 'else'; readonly name: Word }
    | { readonly kind: 'on data' }
    | { readonly kind: 'given'; readonly name: Word; readonly table: TableNode }
    | {
        readonly kind: 'expect rows';
        readonly name: Word;
        readonly top: { readonly amount: NumberNode; readonly by: ExpressionNode } | null;
        readonly table: TableNode;
      }
    | { readonly kind: 'expect'; readonly expression: ExpressionNode }
    | { readonly kind: 'as'; readonly name: Word }
    | { readonly kind: 'label'; readonly text: TextNode }
    | { readonly kind: 'table'; readonly table: TableNode }
    | PlanningClause
    | ScenarioClause
  );

export type ClauseOf<K extends Clause['kind']> = Extract<Clause, { readonly kind: K }>;

/** What the grammar makes of one declaration. */
export interface Statement {
  readonly noun: Word;
  readonly name: Word | null;
  readonly label: TextNode | null;
  readonly translations: readonly { readonly language: 'en' | 'zh'; readonly text: TextNode }[];
  readonly clauses: readonly Clause[];
}

/** A declaration of a file. `broken`: a part of it could not be read and was reported. */
export interface Declaration {
  /** null: the word is not known. */
  readonly noun: Noun | null;
  readonly nounSpan: Span;
  readonly name: Word | null;
  readonly label: string | null;
  readonly translations: Readonly<Partial<Record<'en' | 'zh', string>>>;
  readonly doc: string | null;
  readonly clauses: readonly Clause[];
  readonly broken: boolean;
  /** From its noun to the end of its last line, without the comments that follow. */
  readonly span: Span;
}

/** A condition cell as the grammar reads it. */
export type ConditionNode = At &
  (
    | { readonly kind: 'any' | 'missing' | 'known' | 'else' }
    | { readonly kind: 'compare'; readonly operator: Comparator; readonly value: NumberNode | DateNode }
    | { readonly kind: 'range'; readonly range: RangeNode }
    | { readonly kind: 'values'; readonly negated: boolean; readonly values: readonly Literal[] }
    | { readonly kind: 'match'; readonly how: MatchWord; readonly texts: readonly TextNode[] }
    | { readonly kind: 'either'; readonly conditions: readonly ConditionNode[] }
    | { readonly kind: 'not'; readonly condition: ConditionNode }
  );

/** A benchmark's cell as the grammar reads it. */
export type ThresholdNode = At &
  (
    | { readonly kind: 'none' }
    | { readonly kind: 'bound'; readonly operator: Comparator; readonly value: NumberNode }
    | { readonly kind: 'range'; readonly range: RangeNode }
    | {
        readonly kind: 'peers';
        readonly operator: Comparator;
        /** As written behind `p`; 50 for `median`. */
        readonly percentile: Word;
        readonly within: readonly ExpressionNode[];
      }
  );

/** A source column's type cell. */
export type ColumnTypeNode = At &
  (
    | { readonly kind: 'text'; readonly references: Word | null }
    | { readonly kind: 'count' | 'number' | 'boolean' }
    | { readonly kind: 'percent'; readonly inPoints: boolean }
    | {
        readonly kind: 'money';
        readonly scale: string | null;
        readonly currency: string;
        readonly into:
          | { readonly rate: string; readonly currency: string; readonly dated: string | null }
          /** A table of rates, and the column whose day it is asked for. */
          | { readonly table: Word; readonly on: Word | null }
          | null;
      }
    | { readonly kind: 'date'; readonly format: string | null }
  );

/** A source column's `from` cell. */
export type OriginNode =
  | { readonly kind: 'header'; readonly header: string }
  | { readonly kind: 'derived'; readonly expression: ExpressionNode }
  | { readonly kind: 'not available' };
