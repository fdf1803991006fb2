import { displayWidth } from '@benchbook/dsl';
import type { Graph, GraphNode } from './graph.js';

/** A graph with the place of everything in it, in pixels. */
export interface LaidOut {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly paths: readonly Path[];
}

/** A line; `isLong`: it passes by a stage, and steps back behind those that do not. */
export interface Path {
  readonly d: string;
  readonly isLong: boolean;
}

export interface Box {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const BOX_HEIGHT = 46;
const GAP = 16;
/** Room for the lines between two stages. */
const CHANNEL = 60;
const MARGIN = 12;
/** Widths of a sign: of the bold name above, and of the small one under it; what is set wider is shortened. */
const CHARACTER = { upper: 8.4, under: 6.6 };
const LONGEST = 24;
/** Times that the boxes of each stage are put near what they read. */
const PASSES = 4;

/** Stages from left to right; in each the boxes stand near what they read, so that few lines cross. */
export function layOut({ nodes, edges }: Graph): LaidOut {
  const columns = ordered(nodes, edges);
  const tallest = Math.max(0, ...columns.map((column) => column.length));
  const height = tallest * (BOX_HEIGHT + GAP) - GAP + 2 * MARGIN;
  let x = MARGIN;
  const boxes = columns.flatMap((column) => {
    const width = Math.max(...column.map(widthOf));
    const top = (height - column.length * (BOX_HEIGHT + GAP) + GAP) / 2;
    const placed = column.map((node, index): Box => ({ node, x, y: top + index * (BOX_HEIGHT + GAP), width }));
    x += width + CHANNEL;
    return placed;
  });
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const paths = edges.flatMap(({ from, to }) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return start === undefined || end === undefined
      ? []
      : [{ d: pathOf(start, end), isLong: end.node.stage - start.node.stage > 1 }];
  });
  return { width: Math.max(2 * MARGIN, x - CHANNEL + MARGIN), height: Math.max(2 * MARGIN, height), boxes, paths };
}

export const shortened = (text: string): string => {
  const signs = [...text];
  let width = 0;
  const kept = signs.findIndex((sign) => (width += displayWidth(sign)) > LONGEST);
  return kept < 0 ? text : `${signs.slice(0, Math.max(1, kept - 1)).join('')}…`;
};

function widthOf({ name, label }: GraphNode): number {
  const upper = displayWidth(shortened(label ?? name)) * CHARACTER.upper;
  const under = displayWidth(shortened(name)) * CHARACTER.under;
  return Math.max(92, Math.round(Math.max(upper, under)) + 24);
}

function ordered(nodes: Graph['nodes'], edges: Graph['edges']): readonly (readonly GraphNode[])[] {
  const stages = [...new Set(nodes.map(({ stage }) => stage))].sort((one, other) => one - other);
  let columns = stages.map((stage) => nodes.filter((node) => node.stage === stage));
  for (let pass = 0; pass < PASSES; pass++) {
    const places = new Map(columns.flatMap((column) => column.map(({ id }, index) => [id, placeIn(column, index)])));
    const neighbours = (id: string): readonly string[] =>
      edges.flatMap(({ from, to }) => {
        if (to === id) return [from];
        return from === id && pass % 2 === 1 ? [to] : [];
      });
    columns = columns.map((column) =>
      column
        .map((node, index) => ({
          node,
          at: mean(
            neighbours(node.id).map((id) => places.get(id) ?? 0),
            placeIn(column, index),
          ),
        }))
        .sort((one, other) => one.at - other.at)
        .map(({ node }) => node),
    );
  }
  return columns;
}

/** 0 at the top of a column, 1 at its bottom. */
const placeIn = ({ length }: readonly unknown[], index: number): number => (index + 0.5) / length;

function mean(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** From the right side of what is read to the left side of what reads it; within a stage, around their right sides. */
function pathOf(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + BOX_HEIGHT / 2];
  const y2 = to.y + BOX_HEIGHT / 2;
  if (to.x <= from.x) {
    const right = Math.max(x1, to.x + to.width);
    return `M${x1} ${y1}C${right + 40} ${y1} ${right + 40} ${y2} ${to.x + to.width} ${y2}`;
  }
  const bend = (to.x - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${to.x - bend} ${y2} ${to.x} ${y2}`;
}
