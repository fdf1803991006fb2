import type { Span } from '../text/span.js';
import type {
  ClauseOf,
  ExpressionNode,
  ListNode,
  Literal,
  NameNode,
  NumberNode,
  RangeNode,
  TableNode,
  TextNode,
  ThresholdNode,
  Word,
} from './nodes.js';

/** The brackets of a path; `*` stands for any. */
export interface KeyNode {
  readonly texts: readonly TextNode[];
  readonly span: Span;
}

/** `by_industry[金融服务业].contact_density`: which numbers of the rulebook are meant. */
export interface PathNode {
  readonly kind: 'path';
  readonly name: Word;
  readonly key: KeyNode | null;
  readonly members: readonly Word[];
  readonly span: Span;
}

/** What `set` puts in place: a threshold, or a value. */
export type SettingNode =
  ThresholdNode | { readonly kind: 'value'; readonly value: ListNode | Literal | NameNode; readonly span: Span };

/** `over 20%..80% step 20%`, `over [20%, 50%]`. */
export type PointsNode =
  | { readonly kind: 'steps'; readonly range: RangeNode; readonly step: NumberNode; readonly span: Span }
  | { readonly kind: 'points'; readonly values: readonly NumberNode[]; readonly span: Span };

export interface AxisNode {
  readonly path: PathNode;
  readonly points: PointsNode;
}

/** A change by a number: `scale PATH by 110% within 0%..100% except [科技业]`. */
interface ByNumber {
  readonly path: PathNode;
  readonly by: NumberNode;
  readonly within: RangeNode | null;
  readonly except: readonly KeyNode[];
}

/** The clauses of scenarios and of what is asked of them, without their spans. */
export type ScenarioClause =
  | { readonly kind: 'from scenario'; readonly name: Word }
  | { readonly kind: 'applied'; readonly benchmarks: ClauseOf<'benchmarks'>; readonly to: Word }
  | {
      readonly kind: 'set';
      readonly path: PathNode;
      readonly to: SettingNode;
      readonly except: readonly KeyNode[];
    }
  | { readonly kind: 'set table'; readonly name: Word; readonly table: TableNode }
  | ({ readonly kind: 'scale' } & ByNumber)
  | ({ readonly kind: 'shift' } & ByNumber)
  | { readonly kind: 'unset'; readonly path: PathNode; readonly except: readonly KeyNode[] }
  | { readonly kind: 'at'; readonly path: PathNode }
  | { readonly kind: 'scale of'; readonly path: PathNode }
  | { readonly kind: 'any threshold'; readonly path: PathNode | null }
  | { readonly kind: 'points'; readonly points: PointsNode }
  | { readonly kind: 'axes'; readonly axes: readonly AxisNode[] }
  | { readonly kind: 'bounds'; readonly range: RangeNode }
  | { readonly kind: 'so that'; readonly expression: ExpressionNode }
  | { readonly kind: 'drivers'; readonly expression: ExpressionNode };
