export {
  planCity,
  type PlanBaseline,
  type PlanMeasure,
  type PlannedMeasure,
  type PlanResult,
  type PlanVillage,
} from "./plan.ts";
export {
  parsePlanInputs,
  type ParsedPlanInputs,
  type PlanInputReason,
  type PlanInputs,
} from "./plan-inputs.ts";
export { planPrice, planVersion, type PlanPrice } from "./plan-months.ts";
export { whyOf, type WhyCode, type WhyNode } from "./why.ts";
