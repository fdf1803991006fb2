import Big from 'big.js';
import { whereOf } from '../../notices/where.js';
import type {
  AppliedScenario,
  FigureCondition,
  FixedThreshold,
  Quantity,
  Target,
  TargetRow,
  Unit,
} from '@benchbook/dsl';
import { inUnit } from '../../plan/units.js';
import type { CheckReport, TargetReport } from '../../results.js';
import type { Executed } from '../execute.js';
import type { FigureValue } from '../figure-value.js';
import { asNumber, evaluate, evaluateSides, holds, unitOf } from '../figures.js';
import { display, NO_VALUE, NUMBER } from './formatting.js';
import { thresholdEnds, thresholdText } from './thresholds.js';

type Language = 'en' | 'zh';

/** Every target of the population: attained or not, the gap, and how many entities it takes. */
export async function targetReports(run: Executed, language: Language): Promise<readonly TargetReport[]> {
  const targets = run.plan.model.targets.filter((target) => target.population === run.plan.population.name);
  return Promise.all(targets.map((target) => targetReport(run, target, language)));
}

async function targetReport(run: Executed, target: Target, language: Language): Promise<TargetReport> {
  const rows = await Promise.all(target.rows.map((row) => targetRow(run, row, language)));
  return { name: target.name, label: target.label, by: target.by, rows };
}

async function targetRow(run: Executed, row: TargetRow, language: Language): Promise<TargetReport['rows'][number]> {
  const unit = unitOf(row.measure) ?? NUMBER;
  const before = await comparedWith(run, row);
  const value = await evaluate(row.measure, run, unitOf(row.measure), before);
  const bounds = boundsOf(row.attain, unit);
  const missed = value === null ? undefined : bounds.find((bound) => holds(bound.operator, value, bound.at) === false);
  const number = value === null ? null : asNumber(value);
  const { value: attain } = thresholdEnds(row.attain, { unit });
  const gap = number === null ? null : gapTo(missed ?? bounds[0], number);
  return {
    text: row.text,
    value: number,
    display: display(number, unit, unit.kind === 'percent' ? 1 : undefined),
    attain,
    attain_display: thresholdText(row.attain, { unit }),
    met: value === null ? null : missed === undefined,
    gap,
    gap_display: gap === null || gap <= 0 ? '' : gapText(gap, unit),
    entities_short: isShareOfEntities(row) ? entitiesShort(value, missed) : null,
    because: value === null ? noValue(row, before, language) : null,
    ...whereOf(run.plan.model, row),
  };
}

/** The run that a row compares with: none when that is this run itself. */
async function comparedWith(run: Executed, { from }: TargetRow): Promise<Executed | null> {
  const { scenario } = run.plan.model;
  if (from === null || (from === 'base' ? scenario === null : isJust(scenario, from))) return null;
  return run.under(from === 'base' ? null : from);
}

const isJust = (scenario: AppliedScenario | null, name: string): boolean => scenario?.name === name && !scenario.adHoc;

function isShareOfEntities({ measure }: TargetRow): boolean {
  return (
    measure.kind === 'attainment' ||
    measure.kind === 'converted' ||
    (measure.kind === 'tally' && measure.name === 'share')
  );
}

/** One side of what is asked, in the measure's unit. */
interface Bound {
  readonly operator: '>=' | '>' | '<=' | '<';
  readonly at: FigureValue;
}

/** A bound, or both ends of a range. */
function boundsOf(attain: FixedThreshold, unit: Unit): readonly [Bound, ...Bound[]] {
  const at = (quantity: Quantity): FigureValue => ({ numerator: inUnit(quantity, unit), denominator: new Big(1) });
  if (attain.kind === 'bound') return [{ operator: attain.operator, at: at(attain.quantity) }];
  return [
    { operator: '>=', at: at(attain.low) },
    { operator: attain.highIncluded ? '<=' : '<', at: at(attain.high) },
  ];
}

/** Positive while the value falls short. */
function gapTo({ operator, at }: Bound, value: number): number {
  return (asNumber(at) - value) * (operator.startsWith('>') ? 1 : -1);
}

/** How many more (or fewer) of the entities counted would have to be where the target wants them: exact, in whole entities. */
function entitiesShort(value: FigureValue | null, missed: Bound | undefined): number | null {
  if (value === null) return null;
  if (missed === undefined) return 0;
  const wanted = missed.at.numerator.times(value.denominator);
  const short = missed.operator.startsWith('>') ? wanted.minus(value.numerator) : value.numerator.minus(wanted);
  const isStrict = missed.operator === '>' || missed.operator === '<';
  return isStrict ? short.round(0, 0).plus(1).toNumber() : short.round(0, 3).toNumber();
}

function gapText(gap: number, unit: typeof NUMBER): string {
  return unit.kind === 'percent' ? `${(gap * 100).toFixed(1)} pp` : display(gap, unit);
}

function noValue(row: TargetRow, before: Executed | null, language: Language): string {
  if (row.measure.kind === 'converted' && row.from !== null) {
    if (before === null)
      return language === 'zh'
        ? `要与 ${row.from} 的运行比较，而本次运行就是它：请运行一个情景`
        : `compares with the run of ${row.from}, which this is: run a scenario`;
    return language === 'zh'
      ? `在 ${row.from} 的运行中没有符合条件的对象`
      : `held for nobody in the run of ${row.from}`;
  }
  return language === 'zh' ? '没有可判定的记录' : 'nothing to measure it on';
}

/** Every data check of the rulebook, whether or not it concerns this population's source. */
export async function checkReports(run: Executed, language: Language): Promise<readonly CheckReport[]> {
  return Promise.all(
    run.plan.model.checks.map(async (check) => {
      const { condition, severity } = check;
      const [left, right] = await evaluateSides(condition, run);
      const found = foundText(condition, left, language);
      const result = holds(condition.operator, left, right);
      return { text: condition.text, severity, holds: result, found, ...whereOf(run.plan.model, check) };
    }),
  );
}

const TRUTH = { en: ['no', 'yes'], zh: ['否', '是'] } as const;

function foundText({ left }: FigureCondition, value: FigureValue | null, language: Language): string {
  if (value === null) return NO_VALUE;
  const unit = unitOf(left);
  return unit === null ? TRUTH[language][value.numerator.eq(0) ? 0 : 1] : display(asNumber(value), unit);
}
