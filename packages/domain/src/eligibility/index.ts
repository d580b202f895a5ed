export { barsPayment, isReadyForList, mayBeMissingBeforeList } from "./answers.ts";
export { defaultPolicy } from "./default-policy.ts";
export { missingFacts, reasonCodes, type MissingFact, type Reason, type WorkerFacts } from "./facts.ts";
export { judgeEligibility, type Judgement } from "./judge-eligibility.ts";
export { policyOn, readPolicy, type EligibilityPolicy, type PolicyReading } from "./policy.ts";
export { daysToRescue, type Priority, type PriorityReason } from "./priority.ts";
