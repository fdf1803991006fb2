import { departments, levels } from '../world/contact.js';
import { decides, departmentWeights, doors, exported, levelWeights, wellKept } from '../world/contact-model.js';
import { industries } from '../world/industries.js';
import { familyNames, givenFirst, givenSecond } from '../world/person-names.js';
import { titles } from '../world/titles.js';
import { accountId, sized } from './accounts-sql.js';
import { Chance, numberList, repeated, textList } from './sql.js';

/** About four contacts an account: better kept files than the calibrated one, so that big jobs have work to do. */
const model = { known: 0.8, typical: 1.22, typicalPerSize: 0.25, spread: 0.85, most: 200 };

/** All contacts of a large set, account by account. */
export function contactsSql(count: number, seed: number): string {
  const account = new Chance(seed, 'i');
  const contact = new Chance(seed, 'n');
  const times = `CASE WHEN ${isWellKept(account)} THEN ${wellKept.times} ELSE 1 END`;
  const typical = `${times} * exp(${model.typical} + ${model.typicalPerSize} * size + ${model.spread} * ${account.normal('contacts')})`;
  return `
  SELECT
    'C' || lpad(n::VARCHAR, 11, '0') AS contact_id,
    ${accountId} AS account_id,
    ${personName(contact)} AS name,
    ${textList(departments)}[department] AS department,
    ${textList(levels)}[level] AS level,
    ${titleLists}[department][level][${contact.place('title', `len(${titleLists}[department][level])`)}] AS title,
    DATE '${new Date(exported.day).toISOString().slice(0, 10)}'
      - (-${exported.meanDaysAgo} * ln(${contact.uniform('last contact')}))::INTEGER % ${exported.mostDaysAgo} AS last_contact
  FROM (
    SELECT
      i,
      n,
      ${departmentOf(account, contact)} AS department,
      CASE
        WHEN ${contact.uniform('decides')} < ${decidesAmong('contacts')} THEN ${levelOf(contact, 'deciding')}
        ELSE ${levelOf(contact, 'working')}
      END AS level
    FROM (
      SELECT i, line, contacts, i * 1000 + unnest(range(1, contacts + 1)) AS n
      FROM (
        SELECT *, CASE
          WHEN ${account.uniform('known')} > ${model.known} THEN 0
          ELSE least(${model.most}, greatest(1, round(${typical})))::BIGINT
        END AS contacts
        FROM (${sized(count, seed)})
      )
    )
  )`;
}

function decidesAmong(contacts: string): string {
  return `CASE WHEN ${contacts} < ${decides.many} THEN ${decides.usual} ELSE ${decides.amongMany} END`;
}

function isWellKept(account: Chance): string {
  return `${account.uniform('well kept')} < ${wellKept.share}`;
}

const titleLists = `[${departments
  .map((department) => `[${levels.map((level) => textList(titles[department][level])).join(', ')}]`)
  .join(', ')}]`;

/** Through the account's first door, its second one, or another. */
function departmentOf(account: Chance, contact: Chance): string {
  const through = (chance: Chance, door: string): string =>
    `${departmentLists}[line][${chance.place(door, `len(${departmentLists}[line])`)}]`;
  return `CASE
        WHEN ${isWellKept(account)} THEN ${through(contact, 'other door')}
        WHEN ${contact.uniform('door')} < ${doors.first} THEN ${through(account, 'first door')}
        WHEN ${contact.uniform('door')} < ${doors.first + doors.second} THEN ${through(account, 'second door')}
        ELSE ${through(contact, 'other door')}
      END`;
}

/** For each industry the places of departments, repeated by how often it has us meet them. */
const departmentLists = `[${industries
  .map(({ buyers }) =>
    numberList(
      repeated(
        departments.map((department, i) => ({
          place: i + 1,
          weight: 2 * departmentWeights[department] * (buyers[department] ?? 1),
        })),
      ).map(({ place }) => place),
    ),
  )
  .join(', ')}]`;

function levelOf(contact: Chance, kind: keyof typeof levelWeights): string {
  const places = repeated(levelWeights[kind]).map(({ level }) => levels.indexOf(level) + 1);
  return `${numberList(places)}[${contact.place(`${kind} level`, places.length)}]`;
}

function personName(contact: Chance): string {
  const family = contact.pick('family name', familyNames);
  const second = contact.pick('second character', givenSecond);
  const given = `CASE WHEN ${contact.uniform('short name')} < 0.25 THEN '' ELSE ${contact.pick('first character', givenFirst)} END`;
  return `${family} || ${given} || ${second}`;
}
