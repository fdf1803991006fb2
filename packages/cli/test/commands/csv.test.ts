import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchbook } from '../support/benchbook.js';

const rulebook = `rulebook firms

source firms from "firms.csv" key id
  | column | type   |
  | id     | text   |
  | name   | text   |
  | trade  | text   |
  | size   | number |

population all_firms of firms

metric largeness in number
  = size * 0.1

benchmark least
  | trade   | largeness |
  | Banking | >= 2      |
  | else    | -         |

apply least to all_firms

score priority of all_firms
  | term | weight | value     |
  | own  | 100%   | largeness |

show priority by trade
`;

test('a table for spreadsheets has words, plain numbers and no formulas', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchbook-csv-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'firms.bench'), rulebook);
  await writeFile(
    path.join(folder, 'firms.csv'),
    'id,name,trade,size\nT1,=1+1,Banking,30\nT2,@SUM(A1),Banking,3\nT3,-2,Banking,\nT4,+A1,Retail,123456789012.34\n',
  );
  const { code, stdout } = await benchbook(['run', 'firms.bench', '--format', 'csv'], { cwd: folder });
  expect([code, ...stdout.trimEnd().split('\n')]).toEqual([
    0,
    'rank,key,name,trade,size,largeness,largeness.state,largeness.threshold,largeness.shortfall,failed,passed,unknown,priority',
    "1,T4,'+A1,Retail,123456789012.34,12345678901.2,not judged,,,0,0,0,12345678901.2",
    "2,T1,'=1+1,Banking,30,3,passed,2,0,0,1,0,3",
    "3,T2,'@SUM(A1),Banking,3,0.3,failed,2,0.85,1,0,0,0.3",
    ",T3,'-2,Banking,,,unknown,2,,0,0,1,",
  ]);
});
