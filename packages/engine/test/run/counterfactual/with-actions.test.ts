import { expect, test } from 'vitest';
import type { Executed } from '../../../src/run/execute.js';
import { withActions } from '../../../src/run/counterfactual/with-actions.js';
import { column } from '../../../src/sql/expression.js';
import { ascending, cast } from '../../../src/sql/expression.js';
import { named } from '../../../src/sql/names.js';
import { output, select, table } from '../../../src/sql/query.js';
import { files } from '../../support/answers.js';
import { executed } from '../../support/executed.js';
import { rules } from '../../support/rules.js';

/** What some columns hold for each entity: `{ A1: [3, 1] }`. */
async function read(run: Executed, ...names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const rows = await run.database.read(
    select({
      columns: [
        output(cast(column(named.key), 'VARCHAR'), 'key'),
        ...names.map((name) => output(cast(column(name), 'DOUBLE'), name)),
      ],
      from: table(run.scored.table),
      orderBy: [ascending(column(named.key))],
    }),
  );
  return Object.fromEntries(
    rows.texts('key').map((key, at) => {
      const cells = names.map((name) => rows.cell(name, at));
      return [key ?? '', cells.length === 1 ? cells[0] : cells];
    }),
  );
}

const sponsor = `action sponsor
  on key_accounts where risk = high
  adds contacts if absent
    | level   | department |
    | C-level | 运营       |
`;

test('a contact at C level turns an account from high to medium, and nobody else', async () => {
  const before = await executed(rules({ more: sponsor }), files);
  expect(await read(before, named.failed)).toEqual({ A1: 3, A2: 0, A3: 3, A4: 3 });
  const after = await withActions(before, [{ action: 'sponsor', on: ['A3'] }]);
  // 2 contacts over 40,000,000 are 5 per 亿; one of two decides; 2 of 5 departments are 40%.
  expect(await read(after, named.metric('contact_density'))).toEqual({ A1: 0, A2: 40, A3: 5, A4: 0 });
  expect(await read(after, named.failed)).toEqual({ A1: 3, A2: 0, A3: 1, A4: 3 });
});
