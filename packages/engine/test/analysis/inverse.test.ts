import { check, parse, type Model } from '@benchbook/dsl';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbook, type Workbook } from '../../src/index.js';

/** Which thresholds meet a goal, against trying them all by hand. */

const SHOPS = [
  { id: 's1', area: 'north', visits: 1, staff: 4 },
  { id: 's2', area: 'north', visits: 3, staff: 4 },
  { id: 's3', area: 'north', visits: 6, staff: 1 },
  { id: 's4', area: 'south', visits: 3, staff: 2 },
  { id: 's5', area: 'south', visits: 8, staff: 7 },
  { id: 's6', area: 'south', visits: 0, staff: 5 },
] as const;

interface Asked {
  readonly north: { readonly visits: number; readonly staff: number };
  readonly south: { readonly visits: number; readonly staff: number };
}

const rules = ({ north, south }: Asked): string => `rulebook shops
source shops from "shops.csv" key id
  | column | type  |
  | id     | text  |
  | area   | text  |
  | visits | count |
  | staff  | count |
population all_shops of shops
metric came in visits
  = visits
metric crew in people
  = staff
benchmark by_area
  | area  | came              | crew             |
  | north | >= ${north.visits} | <= ${north.staff} |
  | else  | >= ${south.visits} | <= ${south.staff} |
apply by_area to all_shops
level health
  | failed | health |
  | >= 1   | weak   |
  | 0      | sound  |
`;

let root: string;
let book: Workbook;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'benchbook-test-'));
  const rows = SHOPS.map(({ id, area, visits, staff }) => `${id},${area},${visits},${staff}`);
  await writeFile(join(root, 'shops.csv'), ['id,area,visits,staff', ...rows, ''].join('\n'));
  await writeFile(join(root, 'rules.bench'), rules(SOME));
  book = await openWorkbook({ root, file: 'rules.bench' });
});
afterAll(async () => {
  await book.close();
  await rm(root, { recursive: true });
});

const SOME: Asked = { north: { visits: 3, staff: 4 }, south: { visits: 3, staff: 4 } };

const asking = (asked: Asked, question: string): Model => {
  const { model, diagnostics } = check(parse('rules.bench', `${rules(asked)}${question}\n`));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model ?? expect.fail('nothing usable');
};

const answered = async (asked: Asked, question: string) => {
  const model = asking(asked, question);
  return book.inverse(model, model.inverses[0] ?? expect.fail('nothing asked'));
};

/** Who is weak, each by how many measures. */
const failing = ({ north, south }: Asked): readonly number[] =>
  SHOPS.map(({ area, visits, staff }) => {
    const own = area === 'north' ? north : south;
    return Number(visits < own.visits) + Number(staff > own.staff);
  });
const weak = (asked: Asked): number => failing(asked).filter((failed) => failed >= 1).length;

/** The rules with one way gone so far: a value of a threshold, a factor of several. */
function gone(asked: Asked, path: string, scaled: boolean, at: number): Asked {
  const moved = (area: 'north' | 'south', metric: 'came' | 'crew', now: number): number => {
    const own = `by_area[${area === 'north' ? 'north' : 'else'}].${metric}`;
    if (!scaled) return path === own ? at : now;
    return path === 'by_area' || path === `by_area.${metric}` ? now * at : now;
  };
  const side = (area: 'north' | 'south') => ({
    visits: moved(area, 'came', asked[area].visits),
    staff: moved(area, 'crew', asked[area].staff),
  });
  return { north: side('north'), south: side('south') };
}

const WAYS = ['by_area[north].came', 'by_area[north].crew', 'by_area[else].came', 'by_area[else].crew'];
const SETS = ['by_area.came', 'by_area.crew', 'by_area'];

const sides = fc.record({ visits: fc.integer({ min: 1, max: 8 }), staff: fc.integer({ min: 1, max: 7 }) });
const cases = fc.record({ north: sides, south: sides });

test('against trying every value by hand: met where that meets it, and nowhere nearer', async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.constantFrom('<=', '>='), fc.nat(6), async (asked, operator, wanted) => {
      const meets = (other: Asked): boolean => (operator === '<=' ? weak(other) <= wanted : weak(other) >= wanted);
      const { ways, met } = await answered(
        asked,
        `seek any threshold so that count(health = weak of all_shops) ${operator} ${wanted}`,
      );
      expect(met).toBe(meets(asked));
      expect(ways.map(({ path }) => path).toSorted()).toEqual([...WAYS, ...SETS].toSorted());
      for (const { path, scaled, current, found, nearest } of ways) {
        const under = (at: number): Asked => gone(asked, path, scaled, at);
        const tried = Array.from({ length: 400 }, (_, step) => step / 40);
        const shown = found ?? nearest ?? expect.fail(`${path} has no value`);
        expect(shown.figure.value).toBe(weak(under(shown.value)));
        expect(found !== null).toBe(meets(asked) || tried.some((at) => meets(under(at))));
        if (found === null) continue;
        const [from, to] = [found.value, current.value].toSorted((a, b) => a - b) as [number, number];
        // A value on the way there that meets it, too, asks the same of everybody.
        const nearer = tried.filter((at) => at > from && at < to && meets(under(at)));
        for (const at of nearer) expect(failing(under(at))).toEqual(failing(under(found.value)));
      }
    }),
    { numRuns: 6 },
  );
}, 60_000);

test('the smallest relative change leads; what cannot meet it comes last and says how near it gets', async () => {
  const { ways, current } = await answered(SOME, 'seek any threshold so that count(health = weak of all_shops) <= 2');
  expect(current.display).toBe('3');
  expect(
    ways.map(({ path, current: now, found, change, nearest }) => [
      path,
      now.display,
      found?.display ?? null,
      change,
      nearest?.figure.display ?? null,
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "by_area[north].came",
        "3",
        "1",
        -0.6666666666666666,
        null,
      ],
      [
        "by_area[else].crew",
        "4",
        "7",
        0.75,
        null,
      ],
      [
        "by_area.crew",
        "100%",
        "175%",
        0.75,
        null,
      ],
      [
        "by_area.came",
        "100%",
        "10%",
        -0.9,
        null,
      ],
      [
        "by_area[north].crew",
        "4",
        null,
        null,
        "3",
      ],
      [
        "by_area[else].came",
        "3",
        null,
        null,
        "3",
      ],
      [
        "by_area",
        "100%",
        null,
        null,
        "3",
      ],
    ]
  `);
});

test('what meets the goal already says how far it may go', async () => {
  const { ways } = await answered(
    SOME,
    'seek any threshold of by_area.came so that count(health = weak of all_shops) <= 3',
  );
  expect(
    ways.map(({ path, change, stretches }) => [
      path,
      change,
      stretches.map(({ from, to }) => `${from.display} to ${to.display}`),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "by_area[north].came",
        0,
        [
          "0 to 3",
        ],
      ],
      [
        "by_area[else].came",
        0,
        [
          "0 to 3",
        ],
      ],
      [
        "by_area.came",
        0,
        [
          "0% to 100%",
        ],
      ],
    ]
  `);
});

test('one factor for all that a benchmark asks is sought like a value', async () => {
  const model = asking(SOME, 'seek scale of by_area within 50%..300% so that count(health = weak of all_shops) >= 4');
  const { place, found, within, by } = await book.seek(model, model.seeks[0] ?? expect.fail('no goal'));
  expect([place, found?.display, found?.figure.display, within.from.display, within.to.display, by]).toEqual([
    'scale of by_area',
    '110%',
    '5',
    '50%',
    '300%',
    'every step',
  ]);
});
