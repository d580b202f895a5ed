export { explainGrant, type GrantExplanation, type GrantQuestion } from "./explain-grant.ts";
export { explainNeed, type Group, type NeedExplanation } from "./explain-need.ts";
export { parseNeedFacts } from "./parse-need.ts";
