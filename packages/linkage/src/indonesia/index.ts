export { mainWordOfName, normalisePersonName, phoneticNameKey } from "./name-keys.ts";
export { personModel, untrainedPersonModel, type PersonRecord } from "./person-model.ts";
export { type Evidence, type PairExplanation, explainPair, pairExplainer } from "#explanation";
