export { consentCounts } from "./consent-counts.ts";
