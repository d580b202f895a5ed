export { lockLinks } from "./link.store.ts";
export {
  answerQuestion,
  askAboutLink,
  endLink,
  linkByDecision,
  unlinkByDecision,
} from "./answer-question.ts";
export { type QuestionState, questionStates } from "./answer.store.ts";
export { linkingModel, nearestRecords } from "./nearest-records.ts";
export { linkBatch } from "./link-batch.ts";
export { ensureLinkingSettings } from "./linking-settings.ts";
export type { EvidenceCode } from "./registry-linkage.ts";
export { registryKinds, type QuestionKind, type RegistryKind } from "./registry-kind.ts";
export { linkingFeature } from "./feature.ts";
