export { type BenefitParts, benefitParts } from "./benefit-parts.ts";
export {
  type ClaimDocument,
  claimDeadlines,
  claimDocuments,
  type ClaimKind,
  type CodedDocument,
  documentsOf,
} from "./claim-terms.ts";
export { explainBenefit, type BenefitExplanation, type BenefitFacts } from "./explain-benefit.ts";
export { explainHeirs, type Heirs } from "./heirs.ts";
export { type ChildScholarship, explainScholarships, type SchoolLevel } from "./scholarship.ts";
export { parseBenefitFacts, parseFamily, type ParsedFacts } from "./parse-facts.ts";
export type { Child } from "./scholarship.ts";
