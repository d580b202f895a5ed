export { type PlainRecord, recordPreparer } from "./prepare-record.ts";
export {
  type Evidence,
  type PairExplanation,
  type ShareOf,
  evidenceFromCode,
  explainPair,
  pairExplainer,
} from "./explain-pair.ts";
export { adviceInWords, explanationInWords } from "./explanation-in-words.ts";
export { type WaterfallStep, frequencyInWords, waterfall } from "./waterfall.ts";
export { type FieldDifference, differencesInWords, fieldDifferences } from "./field-differences.ts";
export { type Advice, type PairPattern, adviseOnPair } from "./advise-on-pair.ts";
export { type TextPart, textDifferences } from "./text-differences.ts";
