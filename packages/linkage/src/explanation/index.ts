export { type PlainRecord, recordPreparer } from "./prepare-record.ts";
export {
  type Evidence,
  type PairExplanation,
  type ShareOf,
  evidenceFromCode,
  explainPair,
  pairExplainer,
} from "./explain-pair.ts";
export { explanationInWords } from "./explanation-in-words.ts";
