/**
 * A number in every trial of a block: one for all of them, or one each. NaN stands for a trial in which there is none to be had; it never
 * leaves the projection: whoever reads a column for people counts those trials.
 */
export type Column = number | Float64Array;

export const at = (column: Column, trial: number): number =>
  typeof column === 'number' ? column : (column[trial] ?? NaN);

/** A column of what `of` makes of each trial's numbers; one number when all of them are the same in every trial. */
export function mapped<const Columns extends readonly Column[]>(
  columns: Columns,
  trials: number,
  of: (...values: { [Index in keyof Columns]: number }) => number,
): Column {
  const values = (trial: number) => columns.map((column) => at(column, trial)) as { [Index in keyof Columns]: number };
  if (columns.every((column) => typeof column === 'number')) return of(...values(0));
  const found = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial += 1) found[trial] = of(...values(trial));
  return found;
}

/** Two columns, number by number; a quotient by zero has no value. */
export function operated(operator: '+' | '-' | '*' | '/', left: Column, right: Column): Column {
  if (typeof left === 'number' && typeof right === 'number') return one(operator, left, right);
  const trials = typeof left === 'number' ? (right as Float64Array).length : left.length;
  const found = new Float64Array(trials);
  // One loop an operator: what is called for every trial must not choose.
  switch (operator) {
    case '+':
      for (let trial = 0; trial < trials; trial += 1) found[trial] = at(left, trial) + at(right, trial);
      break;
    case '-':
      for (let trial = 0; trial < trials; trial += 1) found[trial] = at(left, trial) - at(right, trial);
      break;
    case '*':
      for (let trial = 0; trial < trials; trial += 1) found[trial] = at(left, trial) * at(right, trial);
      break;
    case '/':
      for (let trial = 0; trial < trials; trial += 1) found[trial] = one('/', at(left, trial), at(right, trial));
      break;
  }
  return found;
}

function one(operator: '+' | '-' | '*' | '/', left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? NaN : left / right;
  }
}

export const scaled = (column: Column, factor: number): Column =>
  factor === 1 ? column : operated('*', column, factor);
