import { check, namedNumbers, parse, type Model, type NamedNumber, type Override } from '@benchbook/dsl';
import Big from 'big.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyOverrides, applyScenario } from '../../src/index.js';

const RULEBOOK = readFileSync(
  fileURLToPath(new URL('../../../../scenarios/coverage/coverage.bench', import.meta.url)),
  'utf8',
);

const modelOf = (text: string): Model => {
  const { model } = check(parse('coverage.bench', `${RULEBOOK}\n${text}`));
  if (model === null) throw new Error('nothing usable in the rulebook');
  return model;
};

const MODEL = modelOf('');
const NUMBERS = namedNumbers(MODEL);
const span = { start: 0, end: 0 };

/** What every number of a model comes to. */
const valuesOf = (model: Model): Readonly<Record<string, string>> =>
  Object.fromEntries(namedNumbers(model).map(({ path, value }) => [path, value.toFixed()]));

const override = (path: string, change: Override['change']): Override => ({
  path,
  change,
  span,
  clause: span,
  line: 1,
});
const set = (path: string, value: Big): Override => override(path, { kind: 'set', to: { kind: 'number', value } });

/** Different numbers of the rulebook; of a score's weights at most one, so that the others can make room. */
const somewhere = fc
  .uniqueArray(fc.constantFrom(...NUMBERS), { minLength: 1, maxLength: 12, selector: ({ path }) => path })
  .map((found) =>
    found.filter((one, at) => one.kind !== 'weight' || found.findIndex(({ kind }) => kind === 'weight') === at),
  );

const percent = fc.integer({ min: 0, max: 100 }).map((hundredths) => new Big(hundredths).div(100));

const changes = somewhere.chain((numbers) =>
  fc.tuple(...numbers.map((number) => changeOf(number))).map((found) => found as readonly Override[]),
);

const changeOf = ({ path, kind }: NamedNumber): fc.Arbitrary<Override> =>
  fc.oneof(
    percent.map((value) => set(path, value)),
    percent.map((factor) => override(path, { kind: 'scale', factor, within: null })),
    percent.map((by) => override(path, { kind: 'shift', by: kind === 'weight' ? by.div(10) : by, within: null })),
  );

const under = (model: Model, overrides: readonly Override[]): Model =>
  applyOverrides(model, { applies: [], overrides });

describe('laws of scenarios', () => {
  test('an empty scenario changes nothing: the rules are the very same objects', () => {
    const model = modelOf('scenario empty');
    const applied = applyScenario(model, 'empty');
    expect(applied.benchmarks).toBe(model.benchmarks);
    expect(applied.levels).toBe(model.levels);
    expect(applied.metrics).toBe(model.metrics);
    expect(applied.scores).toEqual(model.scores);
    expect(applied.scenario?.moves).toEqual([]);
  });

  test('set, then unset, is as it was', () => {
    fc.assert(
      fc.property(changes, (overrides) => {
        const unset = overrides.map(({ path }) => override(path, { kind: 'unset' }));
        expect(valuesOf(under(under(MODEL, overrides), unset))).toEqual(valuesOf(MODEL));
      }),
    );
  });

  test('the order of overrides means nothing', () => {
    fc.assert(
      fc.property(changes, (overrides) => {
        expect(valuesOf(under(MODEL, overrides.toReversed()))).toEqual(valuesOf(under(MODEL, overrides)));
      }),
    );
  });

  test('scaling by 100% and shifting by 0 leave every number', () => {
    fc.assert(
      fc.property(somewhere, fc.boolean(), (numbers, scale) => {
        const still = numbers.map(({ path }) =>
          override(
            path,
            scale
              ? { kind: 'scale', factor: new Big(1), within: null }
              : { kind: 'shift', by: new Big(0), within: null },
          ),
        );
        expect(valuesOf(under(MODEL, still))).toEqual(valuesOf(MODEL));
      }),
    );
  });

  test('a chain is what its scenarios come to in one', () => {
    fc.assert(
      fc.property(
        somewhere,
        fc.array(percent, { minLength: 12, maxLength: 12 }),
        fc.nat(12),
        (numbers, values, cut) => {
          const all = numbers.map(({ path }, at) => set(path, values[at] ?? new Big(0)));
          const chained = under(under(MODEL, all.slice(0, cut)), all.slice(cut));
          expect(valuesOf(chained)).toEqual(valuesOf(under(MODEL, all)));
        },
      ),
    );
  });

  test('weights come to 100% exactly, whichever is moved', () => {
    fc.assert(
      fc.property(percent, fc.constantFrom('revenue', 'risk', 'gap'), (weight, term) => {
        const { scores } = under(MODEL, [set(`priority.${term}.weight`, weight)]);
        const sum = scores[0]?.terms.reduce((total, one) => total.plus(one.weight.value), new Big(0));
        expect(sum?.toFixed()).toBe('1');
      }),
    );
  });

  test('40% shifted four times by 5pp is 60%', () => {
    const shift = override('generic.department_coverage', { kind: 'shift', by: new Big('0.05'), within: null });
    const start = under(MODEL, [set('generic.department_coverage', new Big('0.4'))]);
    const model = [1, 2, 3, 4].reduce((before) => under(before, [shift]), start);
    expect(valuesOf(model)['generic.department_coverage']).toBe('0.6');
  });
});
