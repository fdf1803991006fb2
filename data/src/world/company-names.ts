import type { Draws, Random } from '../random/draws.js';
import type { Industry } from './industries.js';

export const brandFirst = [...'恒瑞鼎卓泽润嘉弘锦睿晟铭翰骏沐澜昕祺煜岚璟翊衡亿拓'];
export const brandSecond = [...'泰源森川图曜辰宁岳启朗禾澄舟航沃澜帆博毅诚信达'];

export const legalForms = [
  { form: '有限公司', weight: 62 },
  { form: '股份有限公司', weight: 16 },
  { form: '有限责任公司', weight: 9 },
  { form: '集团有限公司', weight: 9 },
  { form: '（集团）股份有限公司', weight: 4 },
];

export const surnames = (
  'Abbott Acosta Aldridge Alvarez Archer Ashby Atwood Baldwin Barlow Barron Bauer Baxter Beasley Becker Bellamy ' +
  'Benson Blackwell Blanchard Booker Bowers Bradford Brennan Briggs Buckley Burgess Calderon Callahan Cannon Carver ' +
  'Castillo Chandler Clark Clayton Conrad Conway Cordova Cortez Crawford Dalton Daniels Davenport Davis Delaney Dickson ' +
  'Donovan Dorsey Drake Dudley Duran Eastman Ellison Emerson Estrada Fairchild Farrell Finley Fleming Fowler Gallagher ' +
  'Garrison George Gentry Gibbs Gilmore Goddard Gonzalez Gould Grantham Guerrero Hadley Haley Hammond Hancock Harding ' +
  'Hartley Hatfield Hayden Hendricks Hewitt Hill Hobbs Holden Holloway Horton Huffman Hurley Ibarra Ingram Jarvis ' +
  'Jennings Keller Kendrick Kirkland Kramer Lambert Langley Larson Leblanc Lewis Lindsey Lockhart Lowery Maddox Mahoney ' +
  'Maldonado Marlow Marsh Mathis Maynard McBride McCarty Medina Melton Mercer Merritt Middleton Montoya Morrow Mosley ' +
  'Mueller Navarro Nicholson Norris Oakley Oconnor Olsen Orozco Osborne Pacheco Parrish Patton Pearce Pennington Perkins ' +
  'Phelps Pollard Prescott Preston Quinn Ramsey Randolph Ratliff Rhodes Richmond Riggs Robbins Rosales Roth Rowland ' +
  'Salinas Savage Sawyer Schaefer Serrano Sexton Shaw Shelton Shepard Sinclair Solomon Stanton Stokes Strickland Sutton ' +
  'Swanson Talbot Thornton Tillman Travis Trujillo Underwood Valencia Vance Vaughan Velasquez Villarreal Wagner Walton ' +
  'Watts Weaver Webster Whitaker Wilcox Wilkins Winters Wolfe Woodard Wyatt Yates York Zimmerman'
).split(' ');

export const englishForms = ['Inc', 'Ltd', 'Group', 'PLC', 'LLC', 'and Sons', 'Holdings'];

type Pattern = { readonly weight: number; readonly name: (draws: Draws, industry: Industry) => string };

const englishPatterns: readonly Pattern[] = [
  { weight: 30, name: (d) => `${d.pick(surnames)} ${d.pick(englishForms)}` },
  { weight: 20, name: (d) => several(d, 2).join('-') },
  { weight: 25, name: (d) => listed(several(d, 3)) },
  {
    weight: 25,
    name: (d, industry) => `${d.pick(surnames)} ${d.pick(industry.english)} ${d.pick(englishForms.slice(0, 5))}`,
  },
];

/** Makes company names, none of them twice; `reserved` names are never given out. */
export class CompanyNames {
  readonly #taken: Set<string>;

  constructor(
    private readonly random: Random,
    reserved: readonly string[],
  ) {
    this.#taken = new Set(reserved);
  }

  /** A new name for the account with this id: English names for some, of a city's brand for most. */
  name(id: string, city: string, industry: Industry): string {
    const english = this.random('name language', id).chance(0.4);
    for (let attempt = 0; ; attempt++) {
      const draws = this.random('name', `${id}/${attempt}`);
      const name = english ? draws.weighted(englishPatterns).name(draws, industry) : chinese(draws, city, industry);
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

function chinese(draws: Draws, city: string, industry: Industry): string {
  const brand = draws.pick(brandFirst) + draws.pick(brandSecond);
  return city + brand + draws.pick(industry.words) + draws.weighted(legalForms).form;
}

/** Different surnames: a partnership of Hill and Hill would look like a mistake. */
function several(draws: Draws, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(draws.pick(surnames));
  return [...names];
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
