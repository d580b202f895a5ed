export { refundCounts } from "./refund-counts.ts";
