export { type BenefitParts, benefitParts } from "./benefit-parts.ts";
export { type ClaimDocument, claimDeadlines, claimDocuments, type ClaimKind } from "./claim-terms.ts";
export { explainBenefit, type BenefitExplanation } from "./explain-benefit.ts";
export { explainHeirs, type Heirs } from "./heirs.ts";
export { parseBenefitFacts, parseFamily, type ParsedFacts } from "./parse-facts.ts";
