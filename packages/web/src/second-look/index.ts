export { secondLookCounts } from "./second-look-counts.ts";
