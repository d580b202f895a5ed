export { askBestPairs, type AskOutcome } from "./ask-best-pairs.ts";
export { bestPairsFeature } from "./feature.ts";
export { listPairRuns } from "./list-pair-runs.ts";
export type { PairAnswer, ReachedAims } from "./pair-answer.ts";
export { type PairQuestion, usualQuestion } from "./pair-question.ts";
export type { PairRun } from "./pair-run.store.ts";
