export type { Span } from '../text/span.js';
