import { brandFirst, brandSecond, englishForms, legalForms, surnames } from '../world/company-names.js';
import { headcountModel, revenueModel } from '../world/draw-account.js';
import { blankShare, industries, otherSpelling } from '../world/industries.js';
import { cities, owners } from '../world/places.js';
import { Chance, numberList, repeated, textList } from './sql.js';

const places = repeated(cities);
const lines = repeated(industries);

/**
 * What an account and its contacts are both drawn from, for each number `i` from 1 to `count`: its place in the
 * industry list and its size, a standard normal.
 */
export function sized(count: number, seed: number): string {
  const chance = new Chance(seed, 'i');
  return `
    SELECT
      i,
      ${numberList(lines.map((line) => industries.indexOf(line) + 1))}[${chance.place('industry', lines.length)}] AS line,
      ${chance.normal('revenue')} AS size
    FROM range(1, ${count} + 1) AS numbered(i)`;
}

export const accountId = "'A' || lpad(i::VARCHAR, 8, '0')";

/** All accounts of a large set, in the order of their ids. */
export function accountsSql(count: number, seed: number): string {
  const chance = new Chance(seed, 'i');
  const { leastCny, medianCny, spread } = revenueModel;
  const people = `${headcountModel.median} * ${perLine((line) => line.headcount)} * exp(
        ${headcountModel.elasticity} * ${spread} * size + ${headcountModel.spread} * ${chance.normal('headcount')})`;
  return `
  SELECT
    ${accountId} AS account_id,
    CASE WHEN ${chance.uniform('name language')} < 0.4 THEN ${englishName(chance)} ELSE ${chineseName(chance)} END AS name,
    CASE
      WHEN ${chance.uniform('blank industry')} < ${blankShare} THEN NULL
      WHEN line = ${industries.findIndex(({ industry }) => industry === otherSpelling.of) + 1}
        AND ${chance.uniform('industry spelling')} < ${otherSpelling.share} THEN '${otherSpelling.as}'
      ELSE ${textList(industries.map(({ industry }) => industry))}[line]
    END AS industry,
    (${leastCny} + ${medianCny} * ${perLine((line) => line.revenue)} * exp(${spread} * size))::DECIMAL(18, 2) AS "Revenue",
    CASE
      WHEN ${chance.uniform('blank headcount')} < ${blankShare} THEN NULL
      ELSE greatest(${headcountModel.smallest}, round(${people}))::INTEGER
    END AS "Headcount",
    ${textList(places.map(({ region }) => region))}[place] AS region,
    ${ownerLists}[place][${chance.place('owner', `len(${ownerLists}[place])`)}] AS owner
  FROM (SELECT *, ${chance.place('city', places.length)} AS place FROM (${sized(count, seed)}))`;
}

const ownerLists = `[${places.map(({ region }) => textList(ownersIn(region))).join(', ')}]`;

function ownersIn(region: string): string[] {
  return owners.filter((owner) => owner.region === region).map(({ owner }) => owner);
}

function perLine(value: (line: (typeof industries)[number]) => number): string {
  return `${numberList(industries.map(value))}[line]`;
}

function chineseName(chance: Chance): string {
  return [
    `${textList(places.map(({ city }) => city))}[place]`,
    chance.pick('first character', brandFirst),
    chance.pick('second character', brandSecond),
    word(chance, 'words'),
    chance.pick(
      'legal form',
      repeated(legalForms).map(({ form }) => form),
    ),
  ].join(' || ');
}

function englishName(chance: Chance): string {
  const surname = (which: string): string => chance.pick(`${which} surname`, surnames);
  const form = chance.pick('english form', englishForms);
  return `CASE ${chance.place('english pattern', 4)}
      WHEN 1 THEN ${surname('first')} || ' ' || ${form}
      WHEN 2 THEN ${surname('first')} || '-' || ${surname('second')}
      WHEN 3 THEN ${surname('first')} || ', ' || ${surname('second')} || ' and ' || ${surname('third')}
      ELSE ${surname('first')} || ' ' || ${word(chance, 'english')} || ' ' || ${form}
    END`;
}

/** A word of the industry that the row's `line` is. */
function word(chance: Chance, kind: 'words' | 'english'): string {
  const lists = `[${industries.map((line) => textList(line[kind])).join(', ')}]`;
  return `${lists}[line][${chance.place(kind, `len(${lists}[line])`)}]`;
}
