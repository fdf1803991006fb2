export type { Place, Span } from '../text/span.js';
