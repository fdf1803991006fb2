/** The page's own style: no font, picture or script is fetched. Colours are said once, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2530, #e8ecf2); --soft: light-dark(#5b6675, #a3aebd); --faint: light-dark(#e3e8ee, #2e3743); --paper: light-dark(#ffffff, #12171e); --panel: light-dark(#f6f8fa, #1b222c); --accent: light-dark(#1f6f66, #6fc7ba); }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 3rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--faint); font-size: 1.3rem; }
h3 { margin: 0; font-size: 1.05rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
code, .formula { font: .875em/1.55 ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
.by { margin: .4rem 0 0; color: var(--soft); font-size: .9rem; }
.about { margin-top: 1rem; white-space: pre-line; }
.contents { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; margin: 1.5rem 0 0; padding: 0; list-style: none; font-size: .95rem; }
.contents span { color: var(--soft); }
figure { margin: 1rem 0 0; } .scroll { overflow-x: auto; }
figure .scroll { padding: .5rem; border: 1px solid var(--faint); border-radius: 10px; background: var(--panel); }
figure svg { display: block; max-width: 100%; min-width: 58rem; height: auto; margin: 0 auto; } .graph a { text-decoration: none; }
figcaption { margin-top: .5rem; color: var(--soft); font-size: .85rem; }
article { margin: 0 0 1.75rem; } article:target h3 { color: var(--accent); }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .75rem; }
.head code { color: var(--soft); } .place { margin-left: auto; color: var(--soft); font-size: .8rem; }
.doc { white-space: pre-line; color: var(--soft); }
.formula { display: block; overflow-x: auto; margin: .6rem 0; padding: .6rem .8rem; border-left: 3px solid var(--accent); border-radius: 0 6px 6px 0; background: var(--panel); }
.clauses { display: flex; flex-wrap: wrap; gap: .35rem .5rem; margin: .6rem 0; padding: 0; list-style: none; }
.clauses li { max-width: 100%; padding: .1rem .55rem; border: 1px solid var(--faint); border-radius: 6px; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: .6rem 0; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .25rem; color: var(--soft); font-size: .85rem; text-align: left; }
th, td { padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--faint); text-align: left; vertical-align: top; white-space: nowrap; }
th { font-weight: 600; } th small { display: block; color: var(--soft); font-weight: 400; }
td.wide { min-width: 14rem; white-space: normal; } .none { color: var(--soft); }
.index { columns: 3 14rem; margin: 0; padding: 0; list-style: none; font-size: .92rem; } .index li { break-inside: avoid; padding: .1rem 0; }
.index span { color: var(--soft); }
footer { margin-top: 3rem; color: var(--soft); font-size: .8rem; }
@media (max-width: 40rem) { main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.55rem; } .place { margin-left: 0; width: 100%; } }
@media print { :root { color-scheme: light; } main { max-width: none; padding: 0; } article, figure, tr { break-inside: avoid; } .scroll { overflow: visible; } figure svg { min-width: 0; } .contents { display: none; } a { color: inherit; } }
`.trim();
