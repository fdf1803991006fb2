import type { Span } from '../text/span.js';
import type {
  Comparator,
  DateNode,
  ExpressionNode,
  MemberNode,
  NameNode,
  NumberNode,
  RangeNode,
  TableNode,
  UnitNode,
  Word,
} from './nodes.js';

interface At {
  readonly span: Span;
}

/** `mean: 25`, `20: 30%`, or just a value. */
export interface ArgumentNode extends At {
  readonly label: NumberNode | Word | null;
  readonly value: RangeNode | NumberNode | MemberNode | NameNode;
}

/** `pert(20, 25, 30)`; the arguments of `discrete` may stand in a table. */
export interface CurveNode extends At {
  readonly kind: 'call';
  readonly name: Word;
  readonly arguments: readonly ArgumentNode[];
  readonly table: TableNode | null;
}

/** What follows `~`: a range or a named distribution, then perhaps the ends it is clipped to. */
export interface UncertainNode extends At {
  readonly distribution: (At & { readonly kind: 'range'; readonly range: RangeNode }) | CurveNode;
  readonly within: RangeNode | null;
}

/** A number, or the param that holds it, `per` what besides the number's own, and how uncertain it is. */
export interface EstimateNode extends At {
  readonly value: NumberNode | NameNode;
  readonly per: readonly Word[];
  readonly uncertain: UncertainNode | null;
}

/** A number with a unit in words: `20 days per month`, `8 accounts per month`. */
export interface CountedNode extends At {
  readonly value: NumberNode;
  readonly unit: UnitNode;
  readonly uncertain: UncertainNode | null;
}

/** An amount worked out of others: `managers * 30万 CNY per year`. */
export interface AmountNode {
  readonly value: ExpressionNode;
  readonly per: readonly Word[];
  readonly uncertain: UncertainNode | null;
}

/** A point in the time of a plan. */
export type MomentNode = At &
  (
    | { readonly kind: 'period'; readonly unit: 'month' | 'year'; readonly number: EstimateNode }
    | { readonly kind: 'phase'; readonly phase: Word }
    | { readonly kind: 'day'; readonly date: DateNode }
    | { readonly kind: 'start' | 'end' }
  );

/** One part of a timing cell. */
export type TimingNode = At &
  (
    | { readonly kind: 'every'; readonly every: NumberNode }
    | { readonly kind: 'from' | 'until' | 'at'; readonly moment: MomentNode }
    | { readonly kind: 'months'; readonly unit: 'month' | 'year'; readonly low: NumberNode; readonly high: NumberNode }
    | { readonly kind: 'ramp'; readonly duration: EstimateNode }
    | { readonly kind: 'grows'; readonly rate: EstimateNode }
    | { readonly kind: 'spread' }
  );

/** Where a budget's money moves from or to: a category, or the one with the lowest or highest figure of a name. */
export interface MoveEndNode {
  readonly extreme: 'lowest' | 'highest' | null;
  readonly name: Word;
}

export interface WithChanceNode extends At {
  readonly operator: Comparator;
  readonly chance: NumberNode;
}

/** Clauses of several words that say the same kind of thing. */
type Saying<Kind extends string, What> = Kind extends string ? { readonly kind: Kind } & What : never;

/** What the clauses of planning declarations say; `Clause` adds their place. */
export type PlanningClause =
  | ({ readonly kind: 'uncertain' } & UncertainNode)
  | { readonly kind: 'on'; readonly name: Word }
  | { readonly kind: 'adds'; readonly name: Word; readonly absent: boolean; readonly table: TableNode }
  | {
      readonly kind: 'sets';
      readonly target: NameNode | MemberNode;
      readonly value: ExpressionNode;
      readonly where: ExpressionNode | null;
    }
  | { readonly kind: 'cost'; readonly amount: EstimateNode; readonly all: boolean; readonly category: Word | null }
  | {
      readonly kind: 'takes';
      readonly amount: EstimateNode;
      readonly resource: Word;
      readonly per: readonly Word[];
      readonly all: boolean;
      readonly duration: EstimateNode | null;
    }
  | Saying<'starts' | 'ends', { readonly moment: MomentNode }>
  | Saying<'lasts' | 'ramp' | 'hiring' | 'training', { readonly duration: EstimateNode }>
  | { readonly kind: 'months'; readonly low: NumberNode; readonly high: NumberNode }
  | { readonly kind: 'chance'; readonly chance: EstimateNode }
  | { readonly kind: 'at most'; readonly amount: EstimateNode; readonly all: boolean }
  | Saying<'after' | 'with actions' | 'over actions', { readonly names: readonly Word[] }>
  | { readonly kind: 'owner'; readonly text: { readonly text: string } }
  | { readonly kind: 'milestones'; readonly table: TableNode }
  | Saying<'amount' | 'reserve' | 'acquisition' | 'spending', { readonly amount: EstimateNode }>
  | Saying<'capacity' | 'enters', { readonly amount: CountedNode }>
  | {
      readonly kind: 'span';
      readonly of: Word;
      /** How many of them one person looks after; null: the table says. */
      readonly each: EstimateNode | null;
      /** `pooled`, or the column by which people are counted apart. */
      readonly pooling: Word | null;
      readonly rounding: Word | null;
      readonly table: TableNode | null;
    }
  | { readonly kind: 'pay'; readonly amount: EstimateNode; readonly table: TableNode | null }
  | { readonly kind: 'from date'; readonly date: DateNode }
  | {
      readonly kind: 'moves';
      readonly share: EstimateNode;
      readonly from: MoveEndNode;
      readonly to: MoveEndNode;
      readonly when: ExpressionNode | null;
      readonly every: NumberNode | null;
    }
  | ({ readonly kind: 'worth' } & AmountNode)
  | { readonly kind: 'size'; readonly size: ExpressionNode; readonly uncertain: UncertainNode | null }
  | {
      readonly kind: 'retention';
      /** A constant share, or else a curve. */
      readonly share: EstimateNode | null;
      readonly curve: CurveNode | null;
      readonly per: readonly Word[];
    }
  | { readonly kind: 'over'; readonly duration: NumberNode }
  | { readonly kind: 'discount'; readonly rate: EstimateNode }
  | Saying<'flows' | 'payback' | 'sampling' | 'subject', { readonly name: Word }>
  | { readonly kind: 'report'; readonly expressions: readonly ExpressionNode[] }
  | { readonly kind: 'pair'; readonly first: Word; readonly second: Word; readonly correlation: NumberNode }
  | Saying<'trials' | 'seed', { readonly amount: NumberNode }>
  | {
      readonly kind: 'objective';
      readonly direction: 'maximise' | 'minimise';
      readonly expression: ExpressionNode;
    }
  | { readonly kind: 'require'; readonly expression: ExpressionNode; readonly chance: WithChanceNode | null }
  | ({ readonly kind: 'with chance' } & Omit<WithChanceNode, 'span'>);
