import type { Feature } from '../feature.js';
import { actions } from './actions.js';
import { completion } from './completion.js';
import { formatting } from './formatting.js';
import { hints } from './hints.js';
import { hover } from './hover.js';
import { navigation } from './navigation.js';
import { rename } from './rename.js';
import { signature } from './signature.js';
import { structure } from './structure.js';
import { tokens } from './tokens.js';

/** Everything the server answers to. */
export const features: readonly Feature[] = [
  ...[completion, hover, signature, navigation, rename],
  ...[structure, tokens, formatting, actions, hints],
];
