import { escape, linkTo } from './escape.js';
import type { Graph } from './graph.js';
import { BOX_HEIGHT, layOut, shortened, type Box } from './lay-out.js';

/** Colours of the stages, light and dark: whoever looks at the picture alone has no page around it. */
export const GRAPH_STYLE = `
.graph { --ink: #1d2530; --soft: #5b6675; --line: #9aa6b5; --paper: #ffffff; font: 600 13px/1.2 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.graph text { fill: var(--ink); }
.graph path.long { stroke-opacity: .4; }
.graph .under { fill: var(--soft); font-weight: 400; font-size: 11px; }
.graph path { fill: none; stroke: var(--line); stroke-width: 1.4; }
.graph rect { fill: var(--paper); stroke-width: 1.6; }
.graph .idle rect { stroke-dasharray: 4 3; }
.graph a:hover rect, .graph a:focus rect { stroke-width: 3; }
.graph .s0 rect { stroke: #5470a8; } .graph .s1 rect { stroke: #7a8494; } .graph .s2 rect { stroke: #2f8f83; }
.graph .s3 rect { stroke: #b07a1e; } .graph .s4 rect { stroke: #b5493f; } .graph .s5 rect { stroke: #8055a3; } .graph .s6 rect { stroke: #56646f; }
@media (prefers-color-scheme: dark) {
  .graph { --ink: #e8ecf2; --soft: #a3aebd; --line: #5c6878; --paper: #1b222c; }
}`.trim();

/** The graph as an SVG element: text is text, and each box leads to its section. */
export function graphSvg(graph: Graph, title: string): string {
  const { width, height, boxes, paths } = layOut(graph);
  return [
    `<svg class="graph" xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escape(title)}</title>`,
    ...paths.map(({ d, isLong }) => `<path${isLong ? ' class="long"' : ''} d="${d}"/>`),
    ...boxes.map(boxSvg),
    '</svg>',
  ].join('\n');
}

/** The same as a file of its own. */
export function graphFile(graph: Graph, title: string): string {
  const style = `<style>${GRAPH_STYLE}</style>`;
  return `${graphSvg(graph, title).replace('<title>', `${style}\n<title>`)}\n`;
}

function boxSvg({ node, x, y, width }: Box): string {
  const { id, noun, name, label, stage, isIdle } = node;
  const upper = shortened(label ?? name);
  const under = shortened(label === null ? noun : name);
  return [
    `<a href="${linkTo(id)}" class="s${Math.min(stage, 6)}${isIdle ? ' idle' : ''}"><title>${escape(`${noun} ${name}`)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${BOX_HEIGHT}" rx="7"/>`,
    `<text x="${x + 12}" y="${y + 20}">${escape(upper)}</text>`,
    `<text class="under" x="${x + 12}" y="${y + 36}">${escape(under)}</text></a>`,
  ].join('');
}
