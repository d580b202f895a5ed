export { listLinkQuestions, nextLinkQuestion, type QuestionListItem } from "./list-link-questions.ts";
export { type ComparedPair, showPair } from "./get-link-question.ts";
export { getLinkQuestion, type LinkQuestion, type QuestionSide } from "./get-link-question.ts";
export { decideLink, type LinkDecision, type LinkDecisionOutcome, type Verdict } from "./decide-link.ts";
export { undoLinkDecision, type UndoLinkDecision, type UndoOutcome } from "./undo-link-decision.ts";
export { unlink, type Unlink, type UnlinkOutcome } from "./unlink.ts";
export { linkingQuality, type LinkingQuality } from "./linking-quality.ts";
export type { LinkingCounts } from "./linking-quality.view.ts";
export { linkReviewFeature } from "./feature.ts";
