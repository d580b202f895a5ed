export { certificateCounts } from "./certificate-counts.ts";
