export { workWordsCounts } from "./work-words-counts.ts";
