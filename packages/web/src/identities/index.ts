export { identityCounts } from "./identity-counts.ts";
