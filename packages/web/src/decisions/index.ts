export { DecisionForm } from "./decision-form.tsx";
export { readDecision, refuseDecision, sayDecisionError } from "./read-decision.ts";
