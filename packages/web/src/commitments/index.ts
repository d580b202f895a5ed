export { commitmentCounts } from "./commitment-counts.ts";
