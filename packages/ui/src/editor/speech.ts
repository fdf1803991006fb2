import { Facet } from '@codemirror/state';
import { wordsOf, type Words } from '../language/language.js';

/** The words of the interface, in the reader's language. */
export const speech = Facet.define<Words, Words>({ combine: ([words]) => words ?? wordsOf('en') });
