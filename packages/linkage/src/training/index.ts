export { type Pattern, countCells, readCells, stratumTotal, type Cells } from "./pattern.ts";
export { fitSession, type SessionFit } from "./fit-session.ts";
export { judgeSession } from "./judge-session.ts";
export { type LabelOptions, type LabelsSeen, fitLabels } from "./fit-labels.ts";
export { combineFits, correctedU } from "./combine-fits.ts";
