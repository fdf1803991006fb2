/** Names of the columns that say who an action is taken on and what it adds. The language's names have no dot, so none of these can meet. */
export const acted = {
  /** The place of an entity among those that are eligible, from 1. */
  place: 'action.place',
  /** An index into OUTCOMES. */
  outcome: 'action.outcome',
  /** The key of the entity that a row is added for. */
  for: 'action.for',
  /** Which `adds` clause of the action an added row is of, and which row of its table, both from 1. */
  clause: 'action.clause',
  row: 'action.row',
  /** Numbers what one action adds, from 1. */
  number: 'action.number',
  /** In a source: the action that added the row; NULL for rows of the data. */
  by: 'action.by',
} as const;

/** What becomes of an entity that an action may be taken on. */
export const OUTCOMES = ['taken', 'waits', 'has it', 'limit'] as const;
export type Outcome = (typeof OUTCOMES)[number];
