export { MembershipTabs } from "./membership-tabs.tsx";
export { StateTag } from "./state-tag.tsx";
export { AgainForm } from "./again-form.tsx";
export { putForwardAgain } from "./put-forward-again.ts";
export { enrolmentCounts } from "./enrolment-counts.ts";
