import type { Funnel, Quantity } from '@benchbook/dsl';
import type { FigureAt } from '../../analysis-types.js';
import type { FunnelResult } from '../../planning-types.js';
import { ownFigures } from './own-figures.js';
import { shown } from './shown.js';
import type { Worked } from './worked.js';

export function funnelResult(funnel: Funnel, worked: Worked): FunnelResult {
  const written = (quantity: Quantity | null): FigureAt | null =>
    quantity && shown(quantity.value.times(quantity.unit.scale).toNumber(), quantity.unit);
  return {
    ...worked.declared(funnel),
    figures: ownFigures('funnel', funnel.name, worked),
    meaning: funnel.meaning,
    stages: funnel.stages.map(({ name, rate, count, value }) => ({
      name,
      rate: shown(rate.value.toNumber(), rate.unit),
      count: written(count),
      value: written(value),
    })),
  };
}
