export { addWorkEvidence, type EvidenceOutcome } from "./add-evidence.ts";
export { undoWorkEvidence, type UndoEvidenceOutcome } from "./undo-evidence.ts";
export { getWorkEvidence, type WorkEvidence } from "./get-evidence.ts";
export { evidenceKinds, type EvidenceReason } from "./evidence.ts";
export { workEvidenceFeature } from "./feature.ts";
