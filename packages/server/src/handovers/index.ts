export { handoversFeature } from "./feature.ts";
export { type HandoverList, listHandovers, type ListedHandover } from "./list-handovers.ts";
export { makeHandover, type MakeOutcome, type NewHandover, revokeHandover } from "./make-handover.ts";
export { openHandover, type OpenedHandover } from "./open-handover.ts";
export { answerHandover } from "./answer-handover.ts";
