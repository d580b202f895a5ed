export { mainWordOfName, normalisePersonName, phoneticNameKey } from "./name-keys.ts";
export { personModel, untrainedPersonModel, type PersonRecord } from "./person-model.ts";
export {
  type Advice,
  type Evidence,
  type PairExplanation,
  type PairPattern,
  type TextPart,
  adviseOnPair,
  explainPair,
  explanationInWords,
  pairExplainer,
  textDifferences,
} from "#explanation";
