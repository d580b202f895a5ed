import type { LinearProblem, Solve } from "@tuwai/domain/optimisation";
import * as highsModule from "highs";
import type { Highs, ModelData } from "highs";

// Its types say CommonJS, the file that Node takes is a module.
const loadHighs = highsModule.default as unknown as typeof highsModule.default.default;

/** Loads HiGHS and gives one problem after another to an instance of its own, for at most so many seconds each. */
export async function loadSolver(secondsEach: number): Promise<Solve> {
  const highs = await loadHighs();
  return (problem) =>
    highs.withModel(modelOf(highs, problem), (model) => {
      model.options.set({ output_flag: false, time_limit: secondsEach, random_seed: 1 });
      if (problem.isWhole) model.options.set("mip_rel_gap", 0);
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
      return [...model.getSolution().colValue];
    });
}

function modelOf(highs: Highs, { rows, columns, isWhole }: LinearProblem): ModelData {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((column, at) => {
    starts[at + 1] = starts[at]! + column.rows.length;
  });
  const entries = columns.flatMap((column) => column.rows);
  const dimensions = { numCols: columns.length, numRows: rows.length };
  return {
    ...dimensions,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      ...dimensions,
      format: "csc",
      starts,
      indices: Int32Array.from(entries, ([row]) => row),
      values: Float64Array.from(entries, ([, factor]) => factor),
    },
    ...(isWhole && {
      integrality: new Int32Array(columns.length).fill(highs.constants.variableType.integer),
    }),
  };
}
