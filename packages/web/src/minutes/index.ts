export { minutesCounts } from "./minutes-counts.ts";
