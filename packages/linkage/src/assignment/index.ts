export { type Edges, pickEdges, positionsWhere, sortEdges } from "./edges.ts";
export { type CompetitionOptions, competingProbabilities } from "./competition.ts";
export { type RowCounts, chooseBestPerRight, chooseOneToOne } from "./choose-links.ts";
export { type DecidedPairs, type NumberedPairs, withDecisions } from "./decided-pairs.ts";
export { clusterRecords } from "./cluster-records.ts";
