import type { FigureAt } from './analysis-types.js';

/** What the declarations of a plan come to. Numbers that are uncertain stand at the value before their `~`, unless a simulation draws them. */
export interface PlanResult {
  readonly file: string;
  readonly models: readonly ModelResult[];
  readonly actions: readonly ActionResult[];
  readonly resources: readonly ResourceResult[];
  readonly budgets: readonly BudgetResult[];
  readonly phases: readonly PhaseResult[];
  readonly cohorts: readonly OwnFigures[];
  readonly funnels: readonly FunnelResult[];
  readonly requirements: readonly RequirementResult[];
  readonly simulations: readonly SimulationResult[];
  readonly optimisations: readonly OptimisationResult[];
  /** What is stated and does not fit together, in the order of the file. */
  readonly clashes: readonly Clash[];
  /** Numbers that are not certain, in the order of the file. */
  readonly uncertain: readonly UncertainResult[];
}

interface Declared {
  readonly name: string;
  readonly label: string | null;
  readonly file: string;
  readonly line: number;
}

/** A figure that may have no value, and then why not. */
export interface Outcome extends FigureAt {
  readonly why: WhyNot | null;
  /** Where several values answer, so that none does: each as a reader sees it. */
  readonly several: readonly string[];
}

export type WhyNot =
  /** Nothing is paid and nothing received. */
  | 'no flows'
  /** Money goes one way, so no rate balances it. */
  | 'no sign change'
  /** Money goes both ways, and yet no rate balances it. */
  | 'no real rate'
  | 'several rates'
  | 'never paid back'
  | 'never breaks even'
  | 'no cost'
  | 'rate at or below -100%'
  /** Nobody ever leaves. */
  | 'does not end'
  | 'beyond numbers'
  | 'no discount'
  | 'no dates'
  | 'no value';

export interface NamedOutcome {
  /** As written, or the name by which rules ask for it. */
  readonly text: string;
  readonly figure: Outcome;
}

export interface OwnFigures extends Declared {
  readonly figures: readonly NamedOutcome[];
}

/** Money over time. Every list of amounts has one number for each of `columns`, in `currency`. */
export interface ModelResult extends OwnFigures {
  readonly currency: string;
  readonly unit: 'months' | 'years';
  /** `start` and `end` where something flows there, and each period: its number, or the month or year it is. */
  readonly columns: readonly string[];
  readonly flows: readonly FlowResult[];
  /** Benefits less costs in each column, and all until then. */
  readonly net: readonly number[];
  readonly balance: readonly number[];
}

export interface FlowResult {
  readonly kind: 'cost' | 'benefit';
  readonly name: string;
  readonly label: string | null;
  readonly category: string | null;
  /** As written; null for what actions cost. */
  readonly amount: string | null;
  readonly timing: string | null;
  readonly total: FigureAt;
  readonly amounts: readonly number[];
}

export interface ActionResult extends Declared {
  readonly population: string;
  readonly taken: FigureAt;
  readonly cost: FigureAt | null;
  readonly chance: FigureAt | null;
}

export interface ResourceResult extends OwnFigures {
  /** Heads in use in each month of the first model, counted from 1; empty where no action takes any. */
  readonly used: readonly number[];
  /** Months in which more are in use than there are. */
  readonly short: readonly { readonly month: number; readonly heads: FigureAt }[];
  /** The month in which hiring has to be decided on so that they are there and trained in the first short month; null: none is, or it would be before the plan. */
  readonly hireBy: number | null;
}

export interface BudgetResult extends Declared {
  readonly total: FigureAt;
  readonly reserve: FigureAt;
  readonly spent: FigureAt;
  readonly columns: readonly string[];
  readonly lines: readonly {
    readonly category: string;
    readonly amounts: readonly (FigureAt | null)[];
    readonly total: FigureAt;
    readonly spent: FigureAt;
    readonly isOver: boolean;
  }[];
}

export interface PhaseResult extends Declared {
  /** Months, counted from 1; null where no time can be told. */
  readonly first: number | null;
  readonly last: number | null;
  /** Days, where the plan has dates: the first of the first month, the last of the last. */
  readonly from: string | null;
  readonly until: string | null;
  readonly after: readonly string[];
  readonly owner: string | null;
  /** Months it may be late without making the whole late; 0 on the critical path. */
  readonly slack: number | null;
  readonly milestones: readonly {
    readonly name: string;
    readonly month: number | null;
    readonly owner: string | null;
    readonly measure: string | null;
    readonly attain: string | null;
    /** As the rules are, and with the actions of the plan taken. */
    readonly today: FigureAt | null;
    readonly planned: FigureAt | null;
    readonly met: boolean | null;
  }[];
}

export interface FunnelResult extends OwnFigures {
  readonly meaning: 'conversion' | 'win';
  readonly stages: readonly {
    readonly name: string;
    readonly rate: FigureAt;
    readonly count: FigureAt | null;
    readonly value: FigureAt | null;
  }[];
}

export interface RequirementResult {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly left: FigureAt;
  readonly right: FigureAt;
  readonly holds: boolean | null;
  /** What `with chance` asks, and how often it held among how many trials. */
  readonly chance: { readonly wanted: FigureAt; readonly found: FigureAt; readonly trials: number } | null;
}

/**
 * `contradiction`: not all that is stated can hold. `drift`: one thing is stated with two values. `dominated`: something asked is less than
 * what follows from the rest, so it asks nothing. `ambiguous`: what is stated can mean two things that come to different figures.
 */
export type ClashKind = 'contradiction' | 'drift' | 'dominated' | 'ambiguous';

export type ClashReason =
  /** The figures do not come to what must hold. */
  | 'does not hold'
  /** Two statements leave no value for one figure. */
  | 'none can hold'
  /** One figure has two values. */
  | 'two values'
  /** One statement asks for less than another one does. */
  | 'asked more elsewhere'
  /** Shares that pass bound the share of a level, and so what is asked of it. */
  | 'follows from what passes'
  /** A growth per less than a year: compounded, or added up. */
  | 'compounds or not'
  /** Money that accrues, without the time for which it is meant. */
  | 'money without a time';

/** Statements of a rulebook that do not fit together, and the arithmetic that shows it. */
export interface Clash {
  readonly kind: ClashKind;
  readonly reason: ClashReason;
  readonly statements: readonly PlanStatement[];
  /** Lines such as `200.00 CNY × 150.00% = 300.00 CNY`. */
  readonly arithmetic: readonly string[];
  /** Numbers any one of which would settle it, those that change least first. */
  readonly ways: readonly ClashWay[];
}

export interface PlanStatement {
  /** As written. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

export interface ClashWay {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

export interface UncertainResult {
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly value: string;
  /** The distribution as written, behind the `~`. */
  readonly distribution: string;
}

export interface SimulationResult {
  readonly model: string;
  readonly file: string;
  readonly line: number;
  readonly trials: number;
  readonly seed: number;
  readonly sampling: 'random' | 'latin_hypercube' | 'sobol';
  readonly figures: readonly SimulatedFigure[];
  /** The figure that the drivers are told of: `npv`, where the model has one. */
  readonly driven: string | null;
  /**
   * How each uncertain number that the plan reads moves that figure, the strongest first: the correlation of their ranks, and the share of its variance that the number
   * explains by itself (its first Sobol index).
   */
  readonly drivers: readonly { readonly path: string; readonly correlation: number; readonly explained: number }[];
  /** Paths of uncertain numbers that rules about the data read: they stood at their values. */
  readonly fixed: readonly string[];
  /** Set where the declared correlations could not all hold and were moved to the nearest that can: by how much at most. */
  readonly repaired: number | null;
  /** Numbers that cannot be drawn, as a scenario has moved them: then nothing was. */
  readonly refused: readonly { readonly path: string; readonly why: RefusedDraw }[];
}

export type RefusedDraw = 'order' | 'not positive' | 'chances' | 'no whole number' | 'no values';

/** Which actions on whom are best within limits. */
export interface OptimisationResult {
  readonly model: string;
  readonly file: string;
  readonly line: number;
  readonly direction: 'maximise' | 'minimise';
  /** As written. */
  readonly objective: string;
  /**
   * `best`: proved to be within the gap. `stopped`: the best found in the time. `infeasible`: no choice keeps all limits. `unbounded`: nothing limits it.
   * `refused`: what is asked is no sum over what is chosen. `nothing found`: no choice was found in the time.
   */
  readonly status: 'best' | 'stopped' | 'infeasible' | 'unbounded' | 'refused' | 'nothing found';
  /** The part that does not add up; null unless refused. */
  readonly refused: string | null;
  /** The objective with what is chosen, worked out as any plan is; null where nothing is. */
  readonly value: FigureAt | null;
  /** What no choice can better, and how far that is from the best found, as a share of it. */
  readonly bound: FigureAt | null;
  readonly gap: number | null;
  /** What the chosen actions cost. */
  readonly cost: FigureAt | null;
  readonly chosen: readonly ChosenAction[];
  /** The limits, with what is chosen. */
  readonly limits: readonly RequirementResult[];
  /** What is reached by taking what brings most for what it uses first, one by one. */
  readonly greedy: FigureAt | null;
  /** The best for other budgets, rising. */
  readonly frontier: readonly { readonly budget: FigureAt; readonly value: FigureAt }[];
  /** What one step more of a limit is worth. */
  readonly prices: readonly { readonly limit: string; readonly step: string; readonly gain: FigureAt }[];
  /** The fewest limits that cannot be kept together; empty where some choice keeps all. */
  readonly conflict: readonly PlanStatement[];
}

export interface ChosenAction {
  readonly action: string;
  readonly label: string | null;
  readonly entities: number;
  /** The first of them, by their keys. */
  readonly keys: readonly string[];
}

export interface SimulatedFigure {
  readonly text: string;
  readonly figure: FigureAt;
  /** One standard error of the figure, in its unit; null where there is none. */
  readonly error: FigureAt | null;
  /** Trials in which there is no such figure, such as a rate of return of what never pays. */
  readonly without: number;
  /** The fan over the periods; null for other figures. */
  readonly fan: Fan | null;
}

/** Percentiles at each point in time. */
export interface Fan {
  readonly columns: readonly string[];
  readonly bands: readonly { readonly percent: number; readonly values: readonly number[] }[];
}
