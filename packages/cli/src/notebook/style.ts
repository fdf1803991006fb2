/** The page's own style, on top of the colours and charts of the workbench. */
export const STYLE = `
:root { --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--ink); font: 16px/1.6 var(--sans); }
main { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); font-size: 1.3rem; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.05rem; }
p { margin: .75rem 0; } a { color: var(--accent); }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--rule-strong); color: var(--ink-2); }
code { font: .875em/1.5 var(--mono); }
pre { overflow-x: auto; margin: .75rem 0; padding: .7rem .9rem; border: 1px solid var(--rule); border-radius: 8px; background: var(--paper); line-height: 1.45; }
pre.rules { border-left: 3px solid var(--accent); font-size: .9rem; } pre.sql { border-left-color: var(--rule-strong); }
main > table { border-collapse: collapse; margin: .9rem 0; font-size: .95rem; }
main > table :is(th, td) { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
.cell { margin: 1.25rem 0 1.75rem; }
.cell figure { margin: 1rem 0; overflow-x: auto; } .cell figcaption:empty { display: none; }
bench-scroll { display: block; overflow-x: auto; }
.statements { margin: .75rem 0; padding-left: 1.2rem; color: var(--ink-2); }
.notice { padding: .5rem .8rem; border-left: 3px solid var(--rule-strong); background: var(--paper); color: var(--ink-2); font-size: .93rem; }
.notice.error { border-color: var(--danger); background: var(--danger-soft); color: var(--danger); }
.notice.warning { border-color: var(--caution); background: var(--caution-soft); }
.notice .code { color: var(--ink-3); font-size: .8rem; }
.control { margin: 1rem 0; padding: .6rem .9rem .8rem; border: 1px solid var(--rule); border-radius: 8px; }
.control legend { padding: 0 .4rem; font-weight: 600; }
.control input { margin: 0 .3rem 0 0; vertical-align: middle; accent-color: var(--accent); }
.control label { margin-right: 1rem; white-space: nowrap; vertical-align: middle; font-variant-numeric: tabular-nums; cursor: pointer; }
.control .position { display: none; margin-top: .5rem; font-variant-numeric: tabular-nums; }
/* The control above it has the same name. */ .positions figcaption { display: none; }
footer { margin-top: 3rem; color: var(--ink-3); font-size: .8rem; }
@media print { :root { color-scheme: light; } main { max-width: none; padding: 0; } .cell figure, .control, tr { break-inside: avoid; } .chart-data { display: none; } }
`.trim();

/** Shows what the chosen position of a control comes to: the first input goes with the first panel, and so on. */
export const positionStyles = (most: number): string =>
  Array.from(
    { length: most },
    (_, index) =>
      `.control input:nth-of-type(${String(index + 1)}):checked ~ .position:nth-of-type(${String(index + 1)}) { display: block; }`,
  ).join('\n');
