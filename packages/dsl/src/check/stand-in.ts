import Big from 'big.js';
import type { Expression } from '../model/expression.js';
import type { Unit } from '../model/unit.js';
import type { Span } from '../text/span.js';
import { quantityConstant } from './constants.js';
import { constantExpression } from './ground.js';

/** What stands for a formula that could not be made out: a number of the unit that is wanted, for those who compare with it. Never runs. */
export const standIn = (unit: Unit, span: Span): Expression =>
  constantExpression(quantityConstant({ value: new Big(0), unit, span, path: null }), span);
