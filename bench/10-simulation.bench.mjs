/**
 * A million trials of 36 months with six uncertain numbers, from the text of the rulebook to mean, percentiles and chance, beside the same model in squiggle (by
 * trial: it takes a tenth of the trials) and beside a loop over typed arrays as one would write it for this model alone.
 */
import { check, parse } from '@benchbook/dsl';
import { openWorkbook } from '@benchbook/engine';
import { run } from '@quri/squiggle-lang';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, ms, print, time, times } from './measure.mjs';

const TRIALS = 1_000_000;
const SQUIGGLE_TRIALS = 100_000;
const ROUNDS = 3;

/** Lowest, most likely, highest. */
const INPUTS = {
  labour: [5_000_000, 6_500_000, 8_000_000],
  platform: [2_000_000, 2_500_000, 4_000_000],
  customers: [60, 120, 200],
  response: [0.2, 0.3, 0.45],
  worth: [200_000, 300_000, 500_000],
  rate: [0.06, 0.1, 0.15],
};

const RULES = (sampling) => `rulebook bench
${Object.entries(INPUTS)
  .map(([name, [low, mode, high]]) => {
    const unit = { labour: ' CNY', platform: ' CNY', worth: ' CNY' }[name] ?? '';
    return `param ${name} = ${mode}${unit} ~ triangular(${low}${unit}, ${mode}${unit}, ${high}${unit})`;
  })
  .filter((line) => !line.startsWith('param rate'))
  .join('\n')}
model plan over 36 months
  | flow    | name     | amount                                 | timing       |
  | cost    | staff    | labour per year                        | every month  |
  | cost    | tools    | platform                               | month 1      |
  | benefit | retained | customers * response * worth per year  | from month 4 |
  discount 10% per year ~ triangular(6% per year, 10% per year, 15% per year)
simulate plan
  ${TRIALS} times
  seed 1
  sampling ${sampling}
  report mean(npv), p5(npv), p95(npv), chance(npv > 0 CNY)
`;

const SQUIGGLE = `${Object.entries(INPUTS)
  .map(([name, [low, mode, high]]) => `${name} = SampleSet.fromDist(triangular(${low}, ${mode}, ${high}))`)
  .join('\n')}
gain = customers * response * worth / 12
npv = List.reduce(List.upTo(1, 36), 0, {|sum, month|
  flow = (month > 3 ? gain : 0) - labour / 12 - (month == 1 ? platform : 0)
  sum + flow / (1 + rate) ^ (month / 12)
})
[mean(npv), quantile(npv, 0.05), quantile(npv, 0.95)]`;

const folder = mkdtempSync(path.join(tmpdir(), 'benchbook-bench-'));
const simulate = async (sampling) => {
  const text = RULES(sampling);
  writeFileSync(path.join(folder, 'bench.bench'), text);
  const { model, diagnostics } = check(parse('bench.bench', text));
  if (model === null || diagnostics.some(({ severity }) => severity === 'error'))
    throw new Error(diagnostics.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`).join('; '));
  const book = await openWorkbook({ root: folder, file: path.join(folder, 'bench.bench') });
  const { simulations } = await book.plan(model);
  await book.close();
  return simulations[0].figures.map(({ figure }) => figure.value);
};

const squiggle = async () => {
  const { result } = await run(SQUIGGLE, { environment: { sampleCount: SQUIGGLE_TRIALS, xyPointLength: 1_000 } });
  if (!result.ok) throw new Error(result.value.toString());
  return result.value.result.asJS();
};

/** The same figures, for this model alone. */
function byHand() {
  let state = 1;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const draw = ([low, mode, high]) => {
    const chance = uniform();
    const turn = (mode - low) / (high - low);
    return chance < turn
      ? low + Math.sqrt(chance * (high - low) * (mode - low))
      : high - Math.sqrt((1 - chance) * (high - low) * (high - mode));
  };
  const found = new Float64Array(TRIALS);
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const labour = draw(INPUTS.labour) / 12;
    const platform = draw(INPUTS.platform);
    const gain = (draw(INPUTS.customers) * draw(INPUTS.response) * draw(INPUTS.worth)) / 12;
    const factor = (1 + draw(INPUTS.rate)) ** (-1 / 12);
    let worth = 0;
    for (let month = 36; month >= 1; month -= 1)
      worth = (worth + (month > 3 ? gain : 0) - labour - (month === 1 ? platform : 0)) * factor;
    found[trial] = worth;
  }
  const mean = found.reduce((sum, one) => sum + one, 0) / TRIALS;
  const held = found.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0) / TRIALS;
  found.sort();
  return [mean, found[Math.round(0.05 * (TRIALS - 1))], found[Math.round(0.95 * (TRIALS - 1))], held];
}

const figures = { ours: await simulate('random'), loop: byHand(), squiggle: await squiggle() };
const near = (one, other, within) => Math.abs(one - other) <= within * Math.abs(figures.ours[2]);
for (const place of [0, 1, 2])
  if (
    !near(figures.ours[place], figures.loop[place], 0.005) ||
    !near(figures.ours[place], figures.squiggle[place], 0.03)
  )
    throw new Error(`not the same model: ${JSON.stringify(figures)}`);

const taken = { random: [], sobol: [], loop: [], squiggle: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  taken.random.push(await time(() => simulate('random')));
  taken.sobol.push(await time(() => simulate('sobol')));
  taken.loop.push(await time(byHand));
  taken.squiggle.push((await time(squiggle)) * (TRIALS / SQUIGGLE_TRIALS));
}
const by = Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, median(all)]));
print(
  ['a million trials', 'time', 'squiggle / it', 'it / the loop'],
  [
    ['benchbook, random', by.random],
    ['benchbook, Sobol', by.sobol],
    ['a loop for this model', by.loop],
    ['squiggle, from 100k', by.squiggle],
  ].map(([name, milliseconds]) => [
    name,
    ms(milliseconds),
    times(by.squiggle / milliseconds),
    times(milliseconds / by.loop),
  ]),
);
rmSync(folder, { recursive: true });
