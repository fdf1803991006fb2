import { numberIndex, type AppliedScenario, type Model, type Move } from '@benchbook/dsl';
import { whereOf } from '../notices/where.js';
import type { MovedNumber, ScenarioReport } from '../results.js';

/** What a run's scenario is and changed; null for the rulebook as it stands. */
export function scenarioReport(model: Model): ScenarioReport | null {
  const { scenario } = model;
  return (
    scenario && {
      name: scenario.name,
      label: scenario.label,
      chain: scenario.chain.map(({ name }) => name),
      given: scenario.adHoc,
      moves: scenario.moves.map((move) => movedNumber(model, move)),
      applied: scenario.applied.map(({ apply, by }) => {
        const { population, benchmarks, combine } = apply;
        return { population, benchmarks, combine, by, ...(by === null ? NOWHERE : whereOf(model, apply)) };
      }),
    }
  );
}

/** The numbers of a row's conditions and of one of its outcomes that the scenario moved, shared edges among them. */
export function movedIn(model: Model, owner: string, key: readonly string[], outcome: string): readonly MovedNumber[] {
  const { scenario } = model;
  if (scenario === null) return [];
  return scenario.moves
    .filter((move) => isOfRow(scenario, move, owner, key, outcome))
    .map((move) => movedNumber(model, move));
}

function isOfRow(
  { base }: AppliedScenario,
  { path }: Move,
  owner: string,
  key: readonly string[],
  outcome: string,
): boolean {
  const named = numberIndex(base).get(path);
  if (named?.at.owner !== owner) return false;
  const { at } = named;
  const isEdge = named.is === 'number' && named.at.kind === 'edge';
  if (!isEdge && at.column !== outcome && !at.column?.startsWith(`${outcome}.`)) return false;
  const row = at.row?.join(', ') ?? '';
  const own = key.join(', ');
  return row === own || row.startsWith(`${own}..`) || row.endsWith(`..${own}`);
}

const NOWHERE = { file: null, line: null } as const;

function movedNumber(model: Model, { path, from, to, how, by, span }: Move): MovedNumber {
  return { path, from, to, how, by, ...(span === null ? NOWHERE : whereOf(model, { span })) };
}
