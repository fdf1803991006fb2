import { STYLE } from '../docs/style.js';

/** The look of the documentation: that of the pages on rulebooks, and the code blocks and quotes that those do not have. */
export const MANUAL_STYLE = `${STYLE}
main { max-width: 54rem; } p, li { max-width: none; } a { text-decoration: underline; text-underline-offset: .15em; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-bottom: 1.5rem; font-size: .9rem; }
code { padding: .1em .3em; border-radius: 4px; background: var(--panel); }
pre { overflow-x: auto; margin: .8rem 0; padding: .8rem 1rem; border: 1px solid var(--faint); border-radius: 8px; background: var(--panel); }
pre code { padding: 0; background: none; }
table { display: block; overflow-x: auto; } td, th { white-space: normal; } img { max-width: 100%; }
`;
