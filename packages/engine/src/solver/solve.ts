import highsModule, { type Highs, type Model, type ModelData } from 'highs';
import type { Program, Solved, SolverLimits } from './program.js';

// Its types are those of a CommonJS module; what is imported is the loader itself.
const loadHighs = highsModule as unknown as () => Promise<Highs>;
let loading: Promise<Highs> | null = null;

/**
 * Solves a program with HiGHS (Huangfu and Hall 2018, "Parallelizing the dual revised simplex method"), compiled to WebAssembly: nothing is installed, and the
 * same program gives the same answer.
 */
export async function solve(program: Program, limits: SolverLimits): Promise<Solved> {
  const highs = await (loading ??= loadHighs());
  if (program.columns.length === 0) return nothingToChoose(program);
  return highs.withModel(modelOf(program, highs), (model: Model): Solved => {
    model.options.set({ output_flag: false, mip_rel_gap: limits.gap, time_limit: Math.max(0.01, limits.seconds) });
    model.run();
    return solved(program, model, highs);
  });
}

/** Without columns every row is 0. */
function nothingToChoose({ rows }: Program): Solved {
  if (rows.some(({ low, high }) => low > 0 || high < 0)) return { status: 'infeasible' };
  return { status: 'best', objective: 0, bound: 0, gap: 0, values: new Float64Array() };
}

function modelOf({ direction, columns, rows }: Program, highs: Highs): ModelData {
  const { objectiveSense, variableType } = highs.constants;
  const bound = (value: number): number => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ places }, row) => (starts[row + 1] = (starts[row] ?? 0) + places.length));
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: direction === 'maximise' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ low }) => bound(low)),
    colUpper: Float64Array.from(columns, ({ high }) => bound(high)),
    rowLower: Float64Array.from(rows, ({ low }) => bound(low)),
    rowUpper: Float64Array.from(rows, ({ high }) => bound(high)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ places }) => places)),
      values: Float64Array.from(rows.flatMap(({ values }) => values)),
    },
    integrality: columns.map(({ whole }) => (whole ? variableType.integer : variableType.continuous)),
  };
}

function solved({ columns }: Program, model: Model, highs: Highs): Solved {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible) return { status: 'infeasible' };
  if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return { status: 'unbounded' };
  const { colValue } = model.getSolution();
  const objective = model.getObjectiveValue();
  if (colValue.length < columns.length || !Number.isFinite(objective)) return { status: 'nothing found' };
  const isWhole = columns.some(({ whole }) => whole);
  const bound = isWhole ? Number(model.info.get('mip_dual_bound')) : objective;
  const away = Math.abs(bound - objective);
  return {
    status: status === modelStatus.optimal ? 'best' : 'stopped',
    objective,
    bound,
    gap: away === 0 ? 0 : away / Math.max(Math.abs(objective), Number.MIN_VALUE),
    // Whole columns come out within 1e-6 of a whole number.
    values: Float64Array.from(columns, ({ whole }, place) => {
      const value = colValue[place] ?? 0;
      return whole ? Math.round(value) : value;
    }),
  };
}
