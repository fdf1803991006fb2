import { check, localise, parse } from '@benchbook/dsl';
import { expect, test } from 'vitest';

const TEXT = `rulebook small "小" en "Small"
source accounts "客户" en "accounts" from "a.csv" key id
  | column | type | en         | zh   |
  | id     | text |            |      |
  | region | text | sales area | 地区 |
band part "部分"
  | region | part |
  | else   | all  |
`;

test('a reader sees labels in their language where the rulebook has them, else as they are', () => {
  const { model, diagnostics } = check(parse('small.bench', TEXT));
  expect(diagnostics).toEqual([]);
  if (model === null) throw new Error('the rulebook is whole');
  const labels = (language: 'en' | 'zh'): unknown => {
    const { label, sources, bands } = localise(model, language);
    return [label, sources[0]?.label, sources[0]?.columns.map((column) => column.label), bands[0]?.label];
  };
  expect(labels('en')).toEqual(['Small', 'accounts', [null, 'sales area'], '部分']);
  expect(labels('zh')).toEqual(['小', '客户', [null, '地区'], '部分']);
});
